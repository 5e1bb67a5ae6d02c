import { articleKinds } from '../../articles/model.ts';
import { getSiteModel, type SiteModel } from '../model.ts';
import { getRuleLinks } from '../rules/links.ts';
import { getTechnologyMap } from '../technologies.ts';
import { urlOfDocument, urlOfTopic, urlOfTwin } from '../urls.ts';
import { formatList, formatRuleLink, formatSection, joinBlocks, type Twin } from './markdown.ts';

/** Returns the twins of the home page and of the lists of rules, topics, documents and technologies. */
export async function getIndexTwins(): Promise<Twin[]> {
	const model = await getSiteModel();
	return [
		{ url: '/index.md', text: await formatHome(model) },
		{ url: '/rules.md', text: await formatRules(model) },
		{ url: '/topics.md', text: formatTopics(model) },
		{ url: '/sources.md', text: formatDocuments(model) },
		{ url: '/technologies.md', text: await formatTechnologies() },
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
			...Object.values(articleKinds)
				.filter(({ path }) => path !== 'technologies')
				.map(({ plural, path }) => `[${plural}](/${path}.md)`),
			`[Documents](/sources.md)`,
			`[Standards](/standards.md)`,
			`[Technologies](/technologies.md)`,
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

async function formatTechnologies(): Promise<string> {
	const { categories } = await getTechnologyMap();
	const sections = categories.map(({ title, technologies }) =>
		formatSection(
			`## ${title}`,
			formatList(
				technologies.map(({ name, text, rules }) => {
					const codes = rules.map(({ code }) => code).join(', ');
					return `**${name}**: ${text}${codes && ` (${codes})`}`;
				}),
			),
		),
	);
	return joinBlocks('# Technologies', ...sections);
}

function formatDocuments({ documents }: SiteModel): string {
	const links = documents.map(
		(document) => `[${document.title}](${urlOfTwin(urlOfDocument(document))})`,
	);
	return joinBlocks('# Documents', formatList(links));
}
