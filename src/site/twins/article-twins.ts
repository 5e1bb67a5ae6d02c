import { type ArticleKind, articleKinds } from '../../articles/model.ts';
import type { RenderedArticle } from '../../collections/article-loader.ts';
import { getAgentFiles } from '../articles/agents.ts';
import { type ArticleView, type DecisionView, getArticleViews } from '../articles/views.ts';
import { getSiteModel } from '../model.ts';
import { urlOfTwin } from '../urls.ts';
import {
	formatList,
	formatReferences,
	formatRuleLink,
	formatSection,
	joinBlocks,
	toOneLine,
	type Twin,
} from './markdown.ts';

/** Returns the twins of all articles and of their lists, and the agent files. */
export async function getArticleTwins(): Promise<Twin[]> {
	const { articles } = await getSiteModel();
	const views = await getArticleViews();
	const agents = await getAgentFiles();
	return [
		...getLists(views),
		...views.map((view, i) => ({ url: view.twin, text: formatArticle(view, articles[i]) })),
		...agents.map(({ url, text }) => ({ url, text })),
	];
}

/** Technologies have a list of their own: the map of all. */
function getLists(views: ArticleView[]): Twin[] {
	const kinds = (Object.keys(articleKinds) as ArticleKind[]).filter(
		(kind) => kind !== 'technology',
	);
	return kinds.map((kind) => {
		const { path, plural, about } = articleKinds[kind];
		const links = views
			.filter((view) => view.kind === kind)
			.map(({ title, url, summary }) => `[${title}](${urlOfTwin(url)}): ${summary}`);
		return { url: `/${path}.md`, text: joinBlocks(`# ${plural}`, about, formatList(links)) };
	});
}

function formatArticle(view: ArticleView, article: RenderedArticle | undefined): string {
	const { title, summary, facts, decision, rules, references, related } = view;
	return joinBlocks(
		`# ${title}`,
		summary,
		formatList(facts.map(({ label, text }) => `${label}: ${text}`)),
		decision && formatDecision(decision),
		article?.text,
		formatSection('## Rules', formatList(rules.map(formatRuleLink))),
		formatReferences(references),
		formatSection(
			'## Related',
			formatList(related.map((other) => `[${other.title}](${urlOfTwin(other.url)})`)),
		),
		article?.data.next,
	);
}

function formatStand({
	says,
	sources,
}: DecisionView['positions'][number]['stands'][number]): string {
	const statements = sources.flatMap(({ title, statements: all }) =>
		all.map(({ text, url }) => `[${toOneLine(text)}](${url}) (${title})`),
	);
	return joinBlocks(says, formatList(statements)).trim();
}

function formatDecision(decision: DecisionView): string {
	const { question, default: preset, drivers, options, positions } = decision;
	return joinBlocks(
		`**The question that decides:** ${question}`,
		`**Default:** ${preset}`,
		formatSection('## Forces', formatList(drivers)),
		'## Options',
		...options.map(({ name, choose, gains, costs, reversal }) =>
			formatSection(
				`### ${name}`,
				formatList([
					`Choose: ${choose}`,
					...gains.map((gain) => `Gain: ${gain}`),
					...costs.map((cost) => `Cost: ${cost}`),
					`To reverse it: ${reversal}`,
				]),
			),
		),
		'## What the sources say',
		...positions.map(({ side, stands }) =>
			formatSection(`### ${side}`, ...stands.map(formatStand)),
		),
	).trim();
}
