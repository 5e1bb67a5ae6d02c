import type { RenderedRule } from '../../collections/rule-loader.ts';
import type { Document, Statement } from '../../ingest/model.ts';
import { type Damage, getLevelName, isActive, type Level } from '../../rules/model.ts';
import { getSiteModel, type SiteModel } from '../model.ts';
import { urlOfRule } from '../urls.ts';

export interface RuleLink {
	code: string;
	title: string;
	url: string;
	level: Level;
	kind: 'do' | 'avoid';
	/** "MUST", "MUST NOT", "SHOULD" … */
	levelName: string;
	damage: Damage;
	statement: string;
	revision: number;
	/** "4 of 6 sources" */
	agreement: string;
}

/** Returns what a script needs to cite a rule: the attribute `data-cited`. */
export function getCitedData(rule: RuleLink): string {
	const { code, title, levelName: level, statement, url, revision } = rule;
	return JSON.stringify({ code, title, level, statement, url, revision });
}

/** What is in force, with what counts it: the base of lists, exports and pages. */
export interface Context {
	model: SiteModel;
	/** Statements by the code that they support. */
	ties: Map<string, { document: Document; statement: Statement; how: string }[]>;
	/** Ids of the documents that state a rule, by its code. */
	sources: Map<string, string[]>;
	byCode: Map<string, RenderedRule>;
	mentions: Map<string, string[]>;
}

let kept: { model: SiteModel; context: Context } | undefined;

/** Returns the base of a build; shared by its pages. */
export async function getContext(): Promise<Context> {
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
	const ties = Map.groupBy(tied, ({ rule }) => rule);
	const context: Context = {
		model,
		ties,
		sources: new Map(
			[...ties].map(([code, members]) => [
				code,
				[...new Set(members.map(({ document }) => document.id))],
			]),
		),
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

/** Returns links to the rules in force, of one topic or of all, in the order of their codes. */
export async function getRuleLinks(topic?: string): Promise<RuleLink[]> {
	const context = await getContext();
	return context.model.rules
		.filter((rule) => isActive(rule) && (topic === undefined || rule.topic === topic))
		.map((rule) => makeLink(rule, context));
}

/** Returns a rule to show as an example: of those that must be followed, the one that most sources state. */
export async function getSampleRule(): Promise<RuleLink | undefined> {
	const links = await getRuleLinks();
	const statedBy = ({ agreement }: RuleLink): number => Number.parseInt(agreement, 10);
	return links
		.filter(({ level }) => level === 'MUST')
		.reduce<RuleLink | undefined>(
			(best, link) => (best && statedBy(best) >= statedBy(link) ? best : link),
			undefined,
		);
}

/** Returns the link to a rule, with how many sources state it. */
export function makeLink(
	{ id, title, level, kind, damage, statement, revision }: RenderedRule,
	context: Context,
): RuleLink {
	const total = context.model.documents.length;
	return {
		code: id,
		title,
		url: urlOfRule(id),
		level,
		kind,
		levelName: getLevelName({ level, kind }),
		damage,
		statement,
		revision,
		agreement: `${getSources(id, context).length} of ${total} ${total === 1 ? 'source' : 'sources'}`,
	};
}

/** Ids of the documents that state a rule. */
export function getSources(code: string, { sources }: Pick<Context, 'sources'>): string[] {
	return sources.get(code) ?? [];
}

/** Returns the short addresses of all codes: `/r/SEC-014/` and `/r/sec-014/` lead to the rule. */
export async function getShortLinks(): Promise<{ name: string; rule: RuleLink }[]> {
	const context = await getContext();
	return context.model.rules.flatMap((rule) =>
		[rule.id, rule.id.toLowerCase()].map((name) => ({ name, rule: makeLink(rule, context) })),
	);
}
