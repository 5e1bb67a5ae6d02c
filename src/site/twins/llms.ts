import { isActive } from '../../rules/model.ts';
import { getAgentFiles } from '../articles/agents.ts';
import { groupArticles } from '../articles/links.ts';
import { getSiteModel } from '../model.ts';
import { getRuleLinks } from '../rules/links.ts';
import { urlOfTwin } from '../urls.ts';
import { formatList, formatSection, joinBlocks } from './markdown.ts';
import { formatRule, getRulesWithViews } from './rule-twins.ts';

/** Returns the short index for language models: what the site is, and where its texts are. */
export async function getLlmsTxt(): Promise<string> {
	const { topics } = await getSiteModel();
	const byTopic = topics.map(async ({ slug, title }) =>
		formatSection(`## ${title}`, formatList(await getRuleLines(slug))),
	);
	return joinBlocks(
		'# Plumbline',
		'> Backend architecture guidance that can be cited in a design review. Each rule has a permanent code, a normative sentence, reasons, evidence that settles it, and the documents and standards that it comes from. Cite a rule by its code.',
		...(await Promise.all(byTopic)),
		...(await getArticleSections()),
		formatSection(
			'## Agent files',
			formatList((await getAgentFiles()).map(({ title, url }) => `[${title}](${url})`)),
		),
		'## Data',
		formatList([
			'[All rules in one file](/llms-full.txt)',
			'[Rules as JSON](/api/v1/rules.json), with a [JSON Schema](/api/v1/rules.schema.json)',
			'[Articles as JSON](/api/v1/articles.json)',
			'[Rules as CSV](/rules.csv)',
			'[Changes as JSON](/api/v1/changes.json)',
		]),
	);
}

async function getArticleSections(): Promise<string[]> {
	const { articles } = await getSiteModel();
	return groupArticles(articles).map(({ title, articles: ofKind }) =>
		formatSection(
			`## ${title}`,
			formatList(
				ofKind.map(({ title: name, url, summary }) => `[${name}](${urlOfTwin(url)}): ${summary}`),
			),
		),
	);
}

async function getRuleLines(topic: string): Promise<string[]> {
	const rules = await getRuleLinks(topic);
	return rules.map(
		({ code, title, url, statement }) => `[${code}: ${title}](${urlOfTwin(url)}): ${statement}`,
	);
}

/** Returns every rule in force in full, in order. */
export async function getLlmsFullTxt(): Promise<string> {
	const pairs = await getRulesWithViews();
	return pairs
		.filter(({ rule }) => isActive(rule))
		.map(({ rule, view }) => formatRule(rule, view))
		.join('\n---\n\n');
}
