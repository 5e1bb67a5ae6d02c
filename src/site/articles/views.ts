import { formatAdr } from '../../articles/adr.ts';
import { findTemplate } from '../../articles/check.ts';
import { articleKinds, type DecisionData, urlOfArticle } from '../../articles/model.ts';
import type { RenderedArticle } from '../../collections/article-loader.ts';
import { isActive } from '../../rules/model.ts';
import { citeHeadings, getHeadings } from '../headings.ts';
import { groupReferences, type ReferenceGroup } from '../references.ts';
import { type Context, getContext, makeLink, type RuleLink } from '../rules/links.ts';
import { type Indexed, makeIndexed } from '../search/indexed.ts';
import {
	urlOfDocument,
	urlOfRule,
	urlOfStatement,
	urlOfTechnology,
	urlOfTopic,
	urlOfTwin,
} from '../urls.ts';
import { makeAgentFile, type AgentFile } from './agents.ts';
import { type ArticleGroup, type ArticleLink, groupArticles, toArticleLink } from './links.ts';

interface Link {
	title: string;
	url: string;
}

/** What the sources say on one side of a decision. */
export interface PositionView {
	side: string;
	stands: {
		says: string;
		/** By document. */
		sources: (Link & { statements: { text: string; url: string }[] })[];
	}[];
}

/** What a decision guide shows before its text. */
export interface DecisionView extends Pick<
	DecisionData,
	'question' | 'default' | 'drivers' | 'options'
> {
	positions: PositionView[];
	/** Markdown of the decision record. */
	adr: string;
}

export interface ArticleView extends ArticleLink {
	kindName: string;
	/** First segment of the address. */
	path: string;
	slug: string;
	/** HTML of the body. */
	html: string;
	/** HTML of the line that says what to read next. */
	next: string;
	topics: Link[];
	rules: RuleLink[];
	/** Rules that the text cites beside those. */
	cited: RuleLink[];
	technologies: Link[];
	references: ReferenceGroup[];
	related: ArticleLink[];
	/** Articles that lead here, apart from those. */
	mentionedBy: ArticleGroup[];
	reviewed: string;
	/** Facts that a kind has for itself, as label and HTML-free text. */
	facts: { label: string; text: string; url?: string }[];
	decision?: DecisionView;
	/** Markdown of a template, for copying. */
	template?: string;
	/** The agent file of a role. */
	agent?: { url: string; words: number; kilobytes: string; rules: number };
	headings: { depth: number; slug: string; text: string }[];
	indexed: Indexed;
	twin: string;
}

/** Returns the view of every article's page, in the order of kinds and titles. */
export async function getArticleViews(): Promise<ArticleView[]> {
	const context = await getContext();
	return context.model.articles.map((article) => makeView(article, context));
}

function makeView(article: RenderedArticle, context: Context): ArticleView {
	const { kind, slug, data } = article;
	const { model, byCode } = context;
	const linkRules = (codes: string[]): RuleLink[] =>
		codes.flatMap((code) => {
			const rule = byCode.get(code);
			return rule && isActive(rule) ? [makeLink(rule, context)] : [];
		});
	const link = toArticleLink(article);
	const others = model.articles.filter((other) => other !== article);
	const related = data.related.flatMap((url) =>
		others.filter((other) => urlOfArticle(other) === url).map(toArticleLink),
	);
	const leadHere = others.filter(
		(other) =>
			!data.related.includes(urlOfArticle(other)) &&
			(other.data.related.includes(link.url) || other.text.includes(`](${link.url}`)),
	);
	const view: ArticleView = {
		...link,
		kindName: articleKinds[kind].name,
		path: articleKinds[kind].path,
		slug,
		html: citeHeadings(kind === 'template' ? markTemplate(article) : article.html),
		next: article.nextHtml,
		topics: data.topics.map((topic) => ({
			title: model.topics.find((each) => each.slug === topic)?.title ?? topic,
			url: urlOfTopic(topic),
		})),
		rules: linkRules(data.rules),
		cited: linkRules(article.mentions.filter((code) => !data.rules.includes(code))),
		technologies: data.technologies.map((technology) => ({
			title: model.registry.technologies[technology]?.name ?? technology,
			url: urlOfTechnology(technology),
		})),
		references: groupReferences(article.references),
		related,
		mentionedBy: groupArticles(leadHere),
		reviewed: data.reviewed,
		...getOwnFields(article, context),
		headings: [],
		indexed: makeIndexed({ kind, topics: data.topics, technologies: data.technologies }),
		twin: urlOfTwin(link.url),
	};
	return { ...view, headings: getPageHeadings(view) };
}

/**
 * Gives the text of a template the id by which it is copied. Its instructions in angle brackets are no
 * markup: it is shown without colors.
 */
function markTemplate({ html, parts }: RenderedArticle): string {
	const text = (findTemplate(parts) ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	const block = `<pre class="code template" id="template-text" role="group" aria-label="Template as Markdown" tabindex="0"><code data-markdown>${text}</code></pre>`;
	return html.replace(/<pre [^>]*data-language="markdown"[^>]*>[^]*?<\/pre>/, () => block);
}

/** Headings in the order in which the page has them. */
function getPageHeadings({ html, decision }: ArticleView): ArticleView['headings'] {
	const make = (slug: string, text: string): ArticleView['headings'][number] => ({
		depth: 2,
		slug,
		text,
	});
	return [
		...(decision ? [make('options', 'Options'), make('forces', 'Forces')] : []),
		...getHeadings(html),
		...(decision ? [make('sources', 'What the sources say'), make('adr', 'Decision record')] : []),
		make('rules', 'Rules'),
		make('references', 'References'),
		make('related', 'Related'),
	];
}

function describeAgent({ url, words, bytes, rules }: AgentFile): NonNullable<ArticleView['agent']> {
	return { url, words, kilobytes: (bytes / 1024).toFixed(1), rules };
}

type OwnFields = Pick<ArticleView, 'facts' | 'decision' | 'template' | 'agent'>;

/** What only one kind of article has. */
function getOwnFields(article: RenderedArticle, context: Context): OwnFields {
	switch (article.kind) {
		case 'decision':
			return { facts: [], decision: makeDecision(article, context) };
		case 'design':
			return { facts: [{ label: 'Task', text: article.data.brief }] };
		case 'playbook':
			return {
				facts: [
					{ label: 'Outcome', text: article.data.outcome },
					{ label: 'Time', text: article.data.time },
				],
			};
		case 'template': {
			const { design } = article.data;
			const example = context.model.articles.find(
				(other) => other.kind === 'design' && other.slug === design,
			);
			return {
				facts: example
					? [{ label: 'Example for', text: example.data.title, url: urlOfArticle(example) }]
					: [],
				template: findTemplate(article.parts) ?? '',
			};
		}
		case 'role': {
			const id = article.data.document;
			const document = context.model.documents.find((each) => each.id === id);
			return {
				facts: document
					? [{ label: 'Source', text: document.title, url: urlOfDocument(document) }]
					: [],
				agent: describeAgent(makeAgentFile(article, context.model)),
			};
		}
		case 'pattern':
		case 'technology':
			return { facts: [] };
	}
}

function makeDecision(
	article: Extract<RenderedArticle, { kind: 'decision' }>,
	{ model, byCode }: Context,
): DecisionView {
	const { data, parts } = article;
	const { question, default: preset, drivers, options, positions } = data;
	const confirmations = data.rules.flatMap((code) => {
		const rule = byCode.get(code);
		if (!rule || !isActive(rule)) return [];
		const { id, title, evidence } = rule;
		return [{ code: id, title, url: urlOfRule(id), evidence }];
	});
	return {
		question,
		default: preset,
		drivers,
		options,
		positions: [...Map.groupBy(positions, ({ side }) => side)].map(([side, stands]) => ({
			side,
			stands: stands.map(({ says, statements }) => ({
				says,
				sources: groupStatements(statements, model.documents),
			})),
		})),
		adr: formatAdr(data, parts.Context ?? '', urlOfArticle(article), confirmations),
	};
}

/** Statements by their documents. Those that are not there, as with other documents, are left out. */
function groupStatements(
	addresses: string[],
	documents: Context['model']['documents'],
): PositionView['stands'][number]['sources'] {
	const ids = new Set(addresses.map((address) => address.split('#')[0]));
	return documents
		.filter(({ id }) => ids.has(id))
		.map((document) => ({
			title: document.title,
			url: urlOfDocument(document),
			statements: document.statements
				.filter(({ anchor }) => addresses.includes(`${document.id}#${anchor}`))
				.map((statement) => ({ text: statement.text, url: urlOfStatement(document, statement) })),
		}))
		.filter(({ statements }) => statements.length > 0);
}
