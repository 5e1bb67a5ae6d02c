import type { Kind } from '../ingest/model.ts';
import { type Agreement, countSources, groupByAgreement, type Sourced } from './agreement.ts';
import { type ArticleGroup, getArticlesOfTopic } from './articles/links.ts';
import { citeHeadings, getHeadings, splitOpening } from './headings.ts';
import { type Indexed, makeIndexed } from './search/indexed.ts';
import { getSiteModel, type Rendered, type SiteModel } from './model.ts';
import { getDamageRank } from '../rules/select.ts';
import { getRuleLinks, type RuleLink } from './rules/links.ts';
import { urlOfStatement, urlOfTopic } from './urls.ts';
import type { Topic } from '../collections/schemas.ts';

/** Agreements on one page of a topic at most: beyond, a page grows too heavy to open. */
export const agreementsPerPage = 150;
/** Wordings of one agreement, and places of one wording, that are listed at most. */
const wordingsShown = 25;
const placesShown = 3;

/** Kinds as a reader wants them: what holds, what to do, what to avoid, then the rest. */
export const kindTitles: Record<Kind, string> = {
	principle: 'Principles',
	practice: 'Practices',
	'anti-pattern': 'Anti-patterns',
	check: 'Checks',
	step: 'Steps',
	question: 'Questions',
	metric: 'Metrics',
	output: 'Outputs',
	example: 'Examples',
	technology: 'Technologies',
	context: 'Context',
};

export interface TopicLink {
	title: string;
	url: string;
	summary: string;
	rules: number;
	statements: number;
	sources: number;
}

export interface StatementView {
	text: string;
	label?: string;
	/** Where it stands; several places for statements of the very same words. */
	places: { url: string; source: string; heading?: string }[];
	/** Places that are not listed. */
	morePlaces: number;
	isCode: boolean;
}

export interface AgreementView {
	concept?: string;
	/** "4 of 6 sources", counted over the whole topic. */
	agreement: string;
	/** Number of sources that agree, for the picture. */
	sources: number;
	statements: StatementView[];
	/** Statements that are not listed here; they stand in their documents. */
	more: number;
}

export interface KindView {
	title: string;
	/** Statements that name a concept, by concept. */
	agreements: AgreementView[];
	/** Statements that name none. */
	single: AgreementView[];
	count: number;
}

export interface TopicView {
	topic: Rendered<Topic>;
	/** What the text search knows of it beside its words. */
	indexed: Indexed;
	/** HTML of what the introduction begins with, which leads to the rules; on the first page. */
	opening: string;
	/** HTML of the sections of the introduction, on the first page. */
	background: string;
	counts: string;
	neighbors: { title: string; url: string; summary: string }[];
	/** Rules by level, then what to avoid; empty on further pages. */
	rules: { id: string; title: string; rules: RuleLink[] }[];
	/** Articles of the topic by kind, on the first page. */
	articles: ArticleGroup[];
	/** HTML of the line that says what to read next, on the first page. */
	next: string;
	/** Statements that support no rule. */
	kinds: KindView[];
	headings: { depth: number; slug: string; text: string }[];
	/** Pages of a topic with very many statements; one page as a rule. */
	page: number;
	pages: { number: number; url: string }[];
}

/** Returns every topic with its numbers, in order. */
export async function getTopicLinks(): Promise<TopicLink[]> {
	const model = await getSiteModel();
	const links = model.topics.map(async (topic) => {
		const statements = getStatements(model, topic.slug);
		return {
			title: topic.title,
			url: urlOfTopic(topic.slug),
			summary: topic.summary,
			rules: (await getRuleLinks(topic.slug)).length,
			statements: statements.length,
			sources: countSources(statements),
		};
	});
	return Promise.all(links);
}

/** Returns the views of all pages of all topics. */
export async function getTopicViews(): Promise<TopicView[]> {
	const model = await getSiteModel();
	const views = model.topics.map(async (topic) =>
		makeTopicViews(
			topic,
			await getRuleLinks(topic.slug),
			await getArticlesOfTopic(topic.slug),
			model,
		),
	);
	return (await Promise.all(views)).flat();
}

function makeTopicViews(
	topic: Rendered<Topic>,
	links: RuleLink[],
	articles: ArticleGroup[],
	model: SiteModel,
): TopicView[] {
	const statements = getStatements(model, topic.slug);
	const rest = statements.filter(({ statement }) => statement.ties.length === 0);
	const rules = groupRules(links);
	const concepts = topic.vocabulary.map(({ concept }) => concept);
	const all = (Object.keys(kindTitles) as Kind[]).flatMap((kind) => {
		const ofKind = rest.filter(({ statement }) => statement.kind === kind);
		return groupByAgreement(ofKind, concepts).map((agreement) => ({ kind, agreement }));
	});
	const total = model.documents.length;
	const bySource = countByConcept(statements);
	const pageCount = Math.max(1, Math.ceil(all.length / agreementsPerPage));
	const pages = Array.from({ length: pageCount }, (_, i) => ({
		number: i + 1,
		url: urlOfTopic(topic.slug, i + 1),
	}));
	const { opening, rest: background } = splitOpening(topic.html);
	return pages.map(({ number }) => {
		const shown = all.slice((number - 1) * agreementsPerPage, number * agreementsPerPage);
		const kinds = makeKindViews(shown, total, bySource);
		return {
			topic,
			indexed: makeIndexed({ kind: 'topic', topics: [topic.slug] }),
			opening: number === 1 ? opening : '',
			background: number === 1 ? citeHeadings(background) : '',
			counts: formatCounts(links.length, statements, rest.length, total),
			neighbors: topic.neighbors.map((slug) => {
				const neighbor = model.topics.find((other) => other.slug === slug);
				return {
					title: neighbor?.title ?? slug,
					url: urlOfTopic(slug),
					summary: neighbor?.summary ?? '',
				};
			}),
			rules: number === 1 ? rules : [],
			articles: number === 1 ? articles : [],
			next: number === 1 ? topic.nextHtml : '',
			kinds,
			headings: [
				...(number === 1
					? rules.map(({ id, title }) => ({ depth: 2, slug: id, text: title }))
					: []),
				{ depth: 2, slug: 'sources-add', text: 'What the sources add' },
				...(number === 1 ? getHeadings(background) : []),
				...(number === 1 && articles.length > 0
					? [{ depth: 2, slug: 'deeper', text: 'Go deeper' }]
					: []),
				{ depth: 2, slug: 'neighbors', text: 'Neighboring topics' },
			],
			page: number,
			pages,
		};
	});
}

/** Groups of rules as a topic shows them, the worst damage first; empty ones left out. */
function groupRules(links: RuleLink[]): TopicView['rules'] {
	const ordered = links.toSorted((a, b) => getDamageRank(a.damage) - getDamageRank(b.damage));
	const of = (level: string): RuleLink[] =>
		ordered.filter((link) => link.kind === 'do' && link.level === level);
	return [
		{ id: 'must', title: 'What MUST hold', rules: of('MUST') },
		{ id: 'should', title: 'What SHOULD hold', rules: of('SHOULD') },
		{ id: 'may', title: 'What MAY help', rules: of('MAY') },
		{ id: 'avoid', title: 'What to avoid', rules: ordered.filter(({ kind }) => kind === 'avoid') },
	].filter(({ rules }) => rules.length > 0);
}

function formatCounts(rules: number, statements: Sourced[], rest: number, total: number): string {
	const from = `${statements.length} statements from ${countSources(statements)} of ${total} sources`;
	return `${rules} rules; ${from}, ${statements.length - rest} of which support rules`;
}

function getStatements(model: SiteModel, topic: string): Sourced[] {
	return model.documents.flatMap((document) =>
		document.statements
			.filter((statement) => statement.topic === topic)
			.map((statement) => ({ document, statement })),
	);
}

/** How many documents name each concept, in whatever kind of statement. */
function countByConcept(statements: Sourced[]): Map<string, number> {
	const groups = Map.groupBy(statements, ({ statement }) => statement.concept ?? '');
	return new Map([...groups].map(([concept, members]) => [concept, countSources(members)]));
}

function makeKindViews(
	entries: { kind: Kind; agreement: Agreement }[],
	total: number,
	bySource: Map<string, number>,
): KindView[] {
	const byKind = Map.groupBy(entries, ({ kind }) => kind);
	return [...byKind].map(([kind, members]) => {
		const views = members.map(({ agreement }) => makeAgreementView(agreement, total, bySource));
		return {
			title: kindTitles[kind],
			agreements: views.filter((view) => view.concept !== undefined),
			single: views.filter((view) => view.concept === undefined),
			count: members.reduce((sum, { agreement }) => sum + agreement.members.length, 0),
		};
	});
}

function makeAgreementView(
	{ concept, members, sources }: Agreement,
	total: number,
	bySource: Map<string, number>,
): AgreementView {
	const agreed = concept === undefined ? sources : (bySource.get(concept) ?? sources);
	const wordings = [...Map.groupBy(members, ({ statement }) => statement.text).values()];
	const shown = wordings.slice(0, wordingsShown);
	return {
		...(concept !== undefined && { concept }),
		agreement: `${agreed} of ${total} ${total === 1 ? 'source' : 'sources'}`,
		sources: agreed,
		statements: shown.map(toStatementView),
		more: wordings.slice(wordingsShown).reduce((sum, same) => sum + same.length, 0),
	};
}

/** Makes one row of all statements that have the very same words. */
function toStatementView(same: Sourced[]): StatementView {
	const statement = same[0]?.statement;
	return {
		text: statement?.text ?? '',
		...(statement?.label && { label: statement.label }),
		places: same.slice(0, placesShown).map(toPlace),
		morePlaces: Math.max(0, same.length - placesShown),
		isCode: statement?.construct === 'code',
	};
}

function toPlace({ document, statement }: Sourced): StatementView['places'][number] {
	const heading = statement.path.at(-1);
	return {
		url: urlOfStatement(document, statement),
		source: document.title,
		...(heading && { heading }),
	};
}
