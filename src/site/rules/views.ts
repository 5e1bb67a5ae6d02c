import type { RenderedRule } from '../../collections/rule-loader.ts';
import {
	type ChangeClass,
	damages,
	isActive,
	type Level,
	partTitles,
	type PartName,
	tags,
} from '../../rules/model.ts';
import { type ArticleGroup, findNext, getArticlesOfRule } from '../articles/links.ts';
import type { SiteModel } from '../model.ts';
import { documentsNamed, type Indexed, makeIndexed } from '../search/indexed.ts';
import { groupReferences, type ReferenceGroup } from '../references.ts';
import { urlOfDocument, urlOfStatement, urlOfTopic, urlOfTwin, urlOfRule } from '../urls.ts';
import { type Context, getContext, getSources, makeLink, type RuleLink } from './links.ts';

export interface Revision {
	revision: number;
	statement: string;
	level: Level;
	class: ChangeClass | 'new';
	/** HTML */
	note: string;
	/** Release that published it; undefined until then. */
	release: string | undefined;
}

export interface RuleView extends RuleLink {
	topic: { title: string; url: string; prefix: string };
	/** What breaking it costs, and what it is asked for. */
	harm: string;
	tags: { title: string; url: string }[];
	parts: { id: string; title: string; html: string }[];
	aliases: string[];
	references: ReferenceGroup[];
	/** Statements that support the rule, by document. */
	sources: {
		title: string;
		url: string;
		statements: { text: string; url: string; how: string }[];
		more: number;
	}[];
	/** Documents that state it and are not listed. */
	moreSources: number;
	/** Documents that state it, and all documents. */
	count: { stated: number; of: number };
	/** HTML of both sentences. */
	disagreement: { note: string; question: string } | undefined;
	related: RuleLink[];
	/** Rules that refer to this one. */
	mentionedBy: RuleLink[];
	/** The text is HTML. */
	technologies: { name: string; text: string; url: string }[];
	/** Articles that name it, by kind. */
	articles: ArticleGroup[];
	/** What to read next. */
	readNext: { title: string; url: string; summary?: string } | undefined;
	previous: RuleLink | undefined;
	next: RuleLink | undefined;
	/** Release of birth; undefined until the first one. */
	since: string | undefined;
	reviewed: string;
	/** Newest first. */
	history: Revision[];
	/** The reason is HTML. */
	withdrawn: { date: string; reason: string; successors: RuleLink[] } | undefined;
	headings: { depth: number; slug: string; text: string }[];
	/** What the text search knows of it beside its words. */
	indexed: Indexed;
	/** URL of the Markdown twin. */
	twin: string;
}

/** Statements of one document, and documents, that a rule's page lists at most. */
const statementsShown = 12;
const documentsShown = 25;

/** Returns the view of every rule's page, withdrawn ones among them. */
export async function getRuleViews(): Promise<RuleView[]> {
	const context = await getContext();
	const active = context.model.rules.filter(isActive);
	const views = context.model.rules.map(async (rule) => {
		const neighbors = active.filter(({ topic }) => topic === rule.topic);
		const at = neighbors.indexOf(rule);
		const around = at < 0 ? [] : [neighbors[at - 1], neighbors[at + 1]];
		const view = makeView(rule, around, context);
		const articles = await getArticlesOfRule(rule.id);
		const readNext = (await findNext([rule.id])) ?? view.related.map(toNext)[0];
		const whole = { ...view, articles, readNext };
		return { ...whole, headings: getHeadings(whole) };
	});
	return Promise.all(views);
}

function toNext({ code, title, url }: RuleLink): RuleView['readNext'] {
	return { title: `${code} ${title}`, url };
}

function makeView(
	rule: RenderedRule,
	[previous, next]: (RenderedRule | undefined)[],
	context: Context,
): Omit<RuleView, 'headings' | 'articles' | 'readNext'> {
	const { model } = context;
	const recorded = model.registry.ledger.rules[rule.id]?.revisions ?? [];
	return {
		...makeLink(rule, context),
		...makeRelations(rule, context),
		topic: makeTopic(rule, model),
		harm: damages[rule.damage],
		tags: rule.tags.map((tag) => ({ title: tags[tag], url: `/rules/?tag=${tag}` })),
		parts: makeParts(rule),
		aliases: rule.aliases,
		references: groupReferences(rule.references),
		...makeSources(rule, context),
		twin: urlOfTwin(urlOfRule(rule.id)),
		disagreement: rule.disagreementHtml,
		technologies: rule.technologies.map((slug) => ({
			name: model.registry.technologies[slug]?.name ?? slug,
			text: model.registry.technologies[slug]?.html ?? '',
			url: `/rules/?technology=${slug}`,
		})),
		previous: previous && makeLink(previous, context),
		next: next && makeLink(next, context),
		since: recorded[0]?.release ?? undefined,
		reviewed: rule.reviewed,
		history: getHistory(rule, recorded),
	};
}

/** Other rules that it names, or that name it. */
function makeRelations(
	rule: RenderedRule,
	context: Context,
): Pick<RuleView, 'related' | 'mentionedBy' | 'withdrawn'> {
	const linkTo = (codes: string[]): RuleLink[] =>
		codes.flatMap((code) => {
			const other = context.byCode.get(code);
			return other ? [makeLink(other, context)] : [];
		});
	const related = new Set(rule.related);
	const mentionedBy = (context.mentions.get(rule.id) ?? []).filter((code) => !related.has(code));
	return {
		related: linkTo(rule.related),
		mentionedBy: linkTo(mentionedBy),
		withdrawn: rule.withdrawn && {
			date: rule.withdrawn.date,
			reason: rule.withdrawnHtml ?? '',
			successors: linkTo(rule.withdrawn.successors),
		},
	};
}

function makeTopic({ topic: slug }: RenderedRule, { topics }: SiteModel): RuleView['topic'] {
	const topic = topics.find((each) => each.slug === slug);
	return { title: topic?.title ?? slug, url: urlOfTopic(slug), prefix: topic?.prefix ?? '' };
}

function makeParts(rule: RenderedRule): RuleView['parts'] {
	return (Object.keys(partTitles) as PartName[]).flatMap((name) => {
		const html = rule.html[name];
		return html === undefined ? [] : [{ id: toPartId(name), title: partTitles[name], html }];
	});
}

/** The documents that state it, as they are shown, counted, and searched by. */
function makeSources(
	rule: RenderedRule,
	context: Context,
): Pick<RuleView, 'sources' | 'moreSources' | 'count' | 'indexed'> {
	const stated = getSources(rule.id, context);
	const of = context.model.documents.length;
	return {
		sources: groupSources(rule.id, context),
		moreSources: Math.max(0, stated.length - documentsShown),
		count: { stated: stated.length, of },
		indexed: makeIndexed({
			kind: 'rule',
			topics: [rule.topic],
			level: rule.level,
			technologies: rule.technologies,
			sources: of <= documentsNamed ? stated : [],
		}),
	};
}

/** Fragments of parts are permanent: they do not follow the wording of the headings. */
function toPartId(name: PartName): string {
	return name === 'tradeOff' ? 'trade-off' : name;
}

function getHeadings(view: Pick<RuleView, 'parts'>): RuleView['headings'] {
	const fixed: [string, string][] = [
		['sources', 'Sources'],
		['references', 'References'],
		['related', 'Related rules'],
		['deeper', 'Go deeper'],
		['history', 'History'],
	];
	return [...view.parts.map(({ id, title }): [string, string] => [id, title]), ...fixed].map(
		([slug, text]) => ({ depth: 2, slug, text }),
	);
}

function groupSources(code: string, { ties }: Context): RuleView['sources'] {
	const groups = Map.groupBy(ties.get(code) ?? [], ({ document }) => document);
	return [...groups].slice(0, documentsShown).map(([document, tied]) => ({
		title: document.title,
		url: urlOfDocument(document),
		statements: tied.slice(0, statementsShown).map(({ statement, how }) => ({
			text: statement.text,
			url: urlOfStatement(document, statement),
			how,
		})),
		more: Math.max(0, tied.length - statementsShown),
	}));
}

function getHistory(
	rule: RenderedRule,
	recorded: SiteModel['registry']['ledger']['rules'][string]['revisions'],
): Revision[] {
	const revisions = recorded.map((each): Revision => ({
		revision: each.revision,
		statement: each.statement,
		level: each.level,
		class: each.change?.class ?? 'new',
		note: rule.notesHtml[each.revision] ?? '',
		release: each.release ?? undefined,
	}));
	// Without a ledger, as for a rule that was just written, there is the rule itself.
	if (revisions.length === 0) {
		const { revision, statement, level } = rule;
		revisions.push({ revision, statement, level, class: 'new', note: '', release: undefined });
	}
	return revisions.reverse();
}
