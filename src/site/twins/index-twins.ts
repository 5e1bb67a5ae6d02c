import { getSiteModel, type SiteModel } from '../model.ts';
import { getRuleLinks } from '../rules/links.ts';
import { urlOfDocument, urlOfTopic, urlOfTwin } from '../urls.ts';
import { formatList, formatRuleLink, formatSection, joinBlocks, type Twin } from './markdown.ts';

/** Returns the twins of the home page and of the lists of rules, topics and documents. */
export async function getIndexTwins(): Promise<Twin[]> {
	const model = await getSiteModel();
	return [
		{ url: '/index.md', text: await formatHome(model) },
		{ url: '/rules.md', text: await formatRules(model) },
		{ url: '/topics.md', text: formatTopics(model) },
		{ url: '/sources.md', text: formatDocuments(model) },
	];
}

async function formatHome({ documents, topics }: SiteModel): Promise<string> {
	const rules = await getRuleLinks();
	return joinBlocks(
		'# Plumbline',
		`Backend architecture guidance that can be cited in a design review: ${rules.length} rules and ${documents.length} source documents in ${topics.length} topics.`,
		formatList([
			`[Rules](/rules.md)`,
			`[Checklists](/checklists.md)`,
			`[Topics](/topics.md)`,
			`[Documents](/sources.md)`,
			`[Standards](/standards.md)`,
			`[Glossary](/glossary.md)`,
			`[Changes](/changes.md)`,
		]),
	);
}

async function formatRules({ topics }: SiteModel): Promise<string> {
	const byTopic = topics.map(async ({ slug, title }) => {
		const rules = await getRuleLinks(slug);
		return formatSection(`## ${title}`, formatList(rules.map(formatRuleLink)));
	});
	return joinBlocks('# Rules', ...(await Promise.all(byTopic)));
}

function formatTopics({ topics }: SiteModel): string {
	const links = topics.map(
		({ slug, title, summary }) => `[${title}](${urlOfTwin(urlOfTopic(slug))}): ${summary}`,
	);
	return joinBlocks('# Topics', formatList(links));
}

function formatDocuments({ documents }: SiteModel): string {
	const links = documents.map(
		(document) => `[${document.title}](${urlOfTwin(urlOfDocument(document))})`,
	);
	return joinBlocks('# Documents', formatList(links));
}
