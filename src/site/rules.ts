import {
	type ChangeClass,
	isActive,
	type Level,
	partTitles,
	type PartName,
} from '../rules/model.ts';
import type { RenderedRule } from '../collections/rule-loader.ts';
import { getPublished } from '../ledger/rules.ts';
import type { Document, Statement } from '../ingest/model.ts';
import { getSiteModel, type SiteModel } from './model.ts';
import {
	urlOfDocument,
	urlOfRule,
	urlOfStandard,
	urlOfStatement,
	urlOfTopic,
	urlOfTwin,
} from './urls.ts';

/** Names of the standards as readers know them, in the order in which they are shown. */
export const standardTitles: Record<string, string> = {
	'owasp-api': 'OWASP API Security Top 10 2023',
	'owasp-top10': 'OWASP Top 10:2025',
	asvs: 'OWASP ASVS 5.0.0',
	cwe: 'CWE',
	rfc: 'RFC',
	spec: 'Specifications',
	docs: 'Documentation and practice',
};

export interface RuleLink {
	code: string;
	title: string;
	url: string;
	level: Level;
	kind: 'do' | 'avoid';
	statement: string;
	/** "4 of 6 sources" */
	agreement: string;
}

export interface Revision {
	revision: number;
	statement: string;
	level: Level;
	class: ChangeClass | 'new';
	note: string;
	/** Release that published it; undefined until then. */
	release: string | undefined;
}

export interface RuleView extends RuleLink {
	topic: { title: string; url: string; prefix: string };
	parts: { id: string; title: string; html: string }[];
	aliases: string[];
	references: {
		title: string;
		url: string;
		items: { name: string; title: string; url: string }[];
	}[];
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
	disagreement: { note: string; question: string } | undefined;
	related: RuleLink[];
	/** Rules that refer to this one. */
	mentionedBy: RuleLink[];
	technologies: { name: string; text: string; url: string }[];
	previous: RuleLink | undefined;
	next: RuleLink | undefined;
	revision: number;
	/** Release of birth; undefined until the first one. */
	since: string | undefined;
	reviewed: string;
	/** Newest first. */
	history: Revision[];
	withdrawn: { date: string; reason: string; successors: RuleLink[] } | undefined;
	headings: { depth: number; slug: string; text: string }[];
	/** URL of the Markdown twin. */
	twin: string;
}

/** Statements of one document, and documents, that a rule's page lists at most. */
const statementsShown = 12;
const documentsShown = 25;
/** Up to this many documents the index can be filtered by them; beyond, the list is no help. */
const sourcesFiltered = 50;

/** What is in force, with what counts it: the base of lists, exports and pages. */
interface Context {
	model: SiteModel;
	/** Statements by the code that they support. */
	ties: Map<string, { document: Document; statement: Statement; how: string }[]>;
	byCode: Map<string, RenderedRule>;
	mentions: Map<string, string[]>;
}

let kept: { model: SiteModel; context: Context } | undefined;

async function getContext(): Promise<Context> {
	const model = await getSiteModel();
	if (kept?.model === model) return kept.context;
	const tied = model.documents.flatMap((document) =>
		document.statements.flatMap((statement) =>
			statement.ties.map(({ rule, how }) => ({ rule, document, statement, how })),
		),
	);
	const links = model.rules.flatMap((rule) =>
		[...new Set([...rule.related, ...rule.mentions])].map((to) => ({ from: rule.id, to })),
	);
	const context: Context = {
		model,
		ties: Map.groupBy(tied, ({ rule }) => rule),
		byCode: new Map(model.rules.map((rule) => [rule.id, rule])),
		mentions: new Map(
			[...Map.groupBy(links, ({ to }) => to)].map(([to, found]) => [
				to,
				found.map(({ from }) => from),
			]),
		),
	};
	kept = { model, context };
	return context;
}

/** Returns links to the rules in force, of one topic or of all, in order. */
export async function getRuleLinks(topic?: string): Promise<RuleLink[]> {
	const context = await getContext();
	return context.model.rules
		.filter((rule) => isActive(rule) && (topic === undefined || rule.topic === topic))
		.map((rule) => makeLink(rule, context));
}

function makeLink({ id, title, level, kind, statement }: RenderedRule, context: Context): RuleLink {
	const total = context.model.documents.length;
	return {
		code: id,
		title,
		url: urlOfRule(id),
		level,
		kind,
		statement,
		agreement: `${countStated(id, context)} of ${total} ${total === 1 ? 'source' : 'sources'}`,
	};
}

function countStated(code: string, { ties }: Context): number {
	return getSources(code, { ties }).length;
}

/** Returns the view of every rule's page, withdrawn ones among them. */
export async function getRuleViews(): Promise<RuleView[]> {
	const context = await getContext();
	const active = context.model.rules.filter(isActive);
	return context.model.rules.map((rule) => {
		const neighbors = active.filter(({ topic }) => topic === rule.topic);
		const at = neighbors.indexOf(rule);
		return makeView(rule, at < 0 ? [] : [neighbors[at - 1], neighbors[at + 1]], context);
	});
}

function makeView(
	rule: RenderedRule,
	[previous, next]: (RenderedRule | undefined)[],
	context: Context,
): RuleView {
	const { model, byCode } = context;
	const topic = model.topics.find(({ slug }) => slug === rule.topic);
	const linkTo = (codes: string[]): RuleLink[] =>
		codes.flatMap((code) => {
			const other = byCode.get(code);
			return other ? [makeLink(other, context)] : [];
		});
	const related = new Set(rule.related);
	const mentionedBy = (context.mentions.get(rule.id) ?? []).filter((code) => !related.has(code));
	const recorded = model.registry.ledger.rules[rule.id];
	const parts = (Object.keys(partTitles) as PartName[]).flatMap((name) => {
		const html = rule.html[name];
		return html === undefined ? [] : [{ id: toPartId(name), title: partTitles[name], html }];
	});
	const view: Omit<RuleView, 'headings'> = {
		...makeLink(rule, context),
		topic: {
			title: topic?.title ?? rule.topic,
			url: urlOfTopic(rule.topic),
			prefix: topic?.prefix ?? '',
		},
		parts,
		aliases: rule.aliases,
		references: groupReferences(rule),
		sources: groupSources(rule.id, context),
		moreSources: Math.max(0, countStated(rule.id, context) - documentsShown),
		count: { stated: countStated(rule.id, context), of: model.documents.length },
		twin: urlOfTwin(urlOfRule(rule.id)),
		disagreement: rule.disagreement,
		related: linkTo(rule.related),
		mentionedBy: linkTo(mentionedBy),
		technologies: rule.technologies.map((slug) => ({
			name: model.registry.technologies[slug]?.name ?? slug,
			text: model.registry.technologies[slug]?.text ?? '',
			url: `/rules/?technology=${slug}`,
		})),
		previous: previous && makeLink(previous, context),
		next: next && makeLink(next, context),
		revision: rule.revision,
		since: recorded?.revisions[0]?.release ?? undefined,
		reviewed: rule.reviewed,
		history: getHistory(rule, recorded?.revisions ?? []),
		withdrawn: rule.withdrawn && {
			date: rule.withdrawn.date,
			reason: rule.withdrawn.reason,
			successors: linkTo(rule.withdrawn.successors),
		},
	};
	return { ...view, headings: getHeadings(view) };
}

/** Fragments of parts are permanent: they do not follow the wording of the headings. */
function toPartId(name: PartName): string {
	return name === 'tradeOff' ? 'trade-off' : name;
}

function getHeadings(view: Omit<RuleView, 'headings'>): RuleView['headings'] {
	const fixed: [string, string][] = [
		['sources', 'Sources'],
		['references', 'References'],
		['related', 'Related rules'],
		['history', 'History'],
	];
	return [...view.parts.map(({ id, title }): [string, string] => [id, title]), ...fixed].map(
		([slug, text]) => ({ depth: 2, slug, text }),
	);
}

function groupReferences(rule: RenderedRule): RuleView['references'] {
	return Object.entries(standardTitles).flatMap(([name, title]) => {
		// Ids of our own lists mean nothing to a reader; those of standards do.
		const isOwnId = name === 'spec' || name === 'docs';
		const items = rule.references
			.filter(({ standard }) => standard === name)
			.map(({ id, title: text, url }) => ({
				name: isOwnId ? text : id,
				title: isOwnId ? '' : text,
				url,
			}));
		return items.length === 0 ? [] : [{ title, url: urlOfStandard(name), items }];
	});
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
		note: each.change?.note ?? '',
		release: each.release ?? undefined,
	}));
	// Without a ledger, as for a rule that was just written, there is the rule itself.
	if (revisions.length === 0) {
		const { revision, statement, level } = rule;
		revisions.push({ revision, statement, level, class: 'new', note: '', release: undefined });
	}
	return revisions.reverse();
}

export interface RuleIndexEntry extends RuleLink {
	aliases: string[];
	/** Values by facet, as the filter and the URL name them. */
	facets: Record<string, string[]>;
}

export interface RuleIndexView {
	topics: { title: string; url: string; slug: string; prefix: string; rules: RuleIndexEntry[] }[];
	/** Facets in their order, each with its values and how many rules have them. */
	facets: {
		name: string;
		title: string;
		values: { value: string; title: string; count: number }[];
	}[];
	count: number;
}

/** Returns the index of all rules in force, with the values that it can be filtered by. */
export async function getRuleIndex(): Promise<RuleIndexView> {
	const context = await getContext();
	const { model } = context;
	const isFiltered = model.documents.length <= sourcesFiltered;
	const entries = model.rules.filter(isActive).map((rule) => ({
		topic: rule.topic,
		entry: {
			...makeLink(rule, context),
			aliases: rule.aliases,
			facets: {
				topic: [rule.topic],
				level: [rule.level],
				kind: [rule.kind],
				source: isFiltered ? getSources(rule.id, context) : [],
				standard: [...new Set(rule.references.map(({ standard }) => standard))],
				technology: rule.technologies,
			},
		},
	}));
	const titles: Record<string, { title: string; values: Record<string, string> }> = {
		topic: { title: 'Topic', values: toTitles(model.topics, ({ slug, title }) => [slug, title]) },
		level: { title: 'Level', values: { MUST: 'MUST', SHOULD: 'SHOULD', MAY: 'MAY' } },
		kind: { title: 'Kind', values: { do: 'Do', avoid: 'Avoid' } },
		source: { title: 'Source', values: toTitles(model.documents, ({ id, title }) => [id, title]) },
		standard: { title: 'Standard', values: standardTitles },
		technology: {
			title: 'Technology',
			values: toTitles(Object.entries(model.registry.technologies), ([slug, { name }]) => [
				slug,
				name,
			]),
		},
	};
	return {
		topics: model.topics.map(({ slug, title, prefix }) => ({
			slug,
			title,
			prefix,
			url: urlOfTopic(slug),
			rules: entries.filter(({ topic }) => topic === slug).map(({ entry }) => entry),
		})),
		facets: Object.entries(titles)
			.map(([name, { title, values }]) => ({
				name,
				title,
				values: Object.entries(values)
					.map(([value, valueTitle]) => ({
						value,
						title: valueTitle,
						count: entries.filter(({ entry }) =>
							(entry.facets as Record<string, string[]>)[name]?.includes(value),
						).length,
					}))
					.filter(({ count }) => count > 0),
			}))
			.filter(({ values }) => values.length > 0),
		count: entries.length,
	};
}

/** Ids of the documents that state a rule. */
function getSources(code: string, { ties }: Pick<Context, 'ties'>): string[] {
	return [...new Set((ties.get(code) ?? []).map(({ document }) => document.id))];
}

function toTitles<Item>(
	items: Item[],
	pick: (item: Item) => [string, string],
): Record<string, string> {
	return Object.fromEntries(items.map(pick));
}

/** Returns the short addresses of all codes: `/r/SEC-014/` and `/r/sec-014/` lead to the rule. */
export async function getShortLinks(): Promise<
	{ name: string; rule: RuleLink; withdrawn: boolean }[]
> {
	const context = await getContext();
	return context.model.rules.flatMap((rule) =>
		[rule.id, rule.id.toLowerCase()].map((name) => ({
			name,
			rule: makeLink(rule, context),
			withdrawn: !isActive(rule),
		})),
	);
}

/** Returns all rules with what exports need, in order. */
export async function getExportedRules(): Promise<
	{ rule: RenderedRule; since: string; documents: Map<Document, { statement: Statement }[]> }[]
> {
	const { model, ties } = await getContext();
	return model.rules.map((rule) => ({
		rule,
		since: getPublished(model.registry.ledger.rules[rule.id])
			? (model.registry.ledger.rules[rule.id]?.revisions[0]?.release ?? 'next')
			: 'next',
		documents: Map.groupBy(ties.get(rule.id) ?? [], ({ document }) => document),
	}));
}
