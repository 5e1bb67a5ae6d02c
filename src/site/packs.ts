import { damages, type Level, levels } from '../rules/model.ts';
import { selectRules } from '../rules/select.ts';
import type { RenderedRule } from '../collections/rule-loader.ts';
import { type ArticleLink, findNext } from './articles/links.ts';
import { citeHeadings } from './headings.ts';
import { type Indexed, makeIndexed } from './search/indexed.ts';
import { type Context, getContext, makeLink, type RuleLink } from './rules/links.ts';
import { urlOfPack, urlOfReview } from './urls.ts';

export interface PackLink {
	slug: string;
	title: string;
	summary: string;
	url: string;
	count: number;
	/** Where a review of this pack begins. */
	reviewUrl: string;
	/** How many rules of each level, strongest first. */
	byLevel: { level: Level; count: number }[];
}

/** A rule as a checklist asks it. */
export interface ChecklistRow extends RuleLink {
	/** HTML of what to ask and of what settles it. */
	question: string;
	evidence: string;
}

export interface PackView extends PackLink {
	/** What the text search knows of it beside its words. */
	indexed: Indexed;
	/** When to use it, what it leaves out. */
	html: string;
	text: string;
	/** By what breaking a rule costs, worst first. */
	groups: { damage: string; text: string; rows: ChecklistRow[] }[];
	/** What to read next. */
	next: ArticleLink | undefined;
	headings: { depth: number; slug: string; text: string }[];
}

/** Returns all review packs, in order. */
export async function getPackViews(): Promise<PackView[]> {
	const context = await getContext();
	return Promise.all(context.model.packs.map((pack) => makeView(pack, context)));
}

/** Returns links to all review packs, in order. */
export async function getPackLinks(): Promise<PackLink[]> {
	return getPackViews();
}

async function makeView(
	pack: Context['model']['packs'][number],
	context: Context,
): Promise<PackView> {
	const active = context.model.rules.filter(({ withdrawn }) => !withdrawn);
	const rules = selectRules(active, pack.select);
	const groups = Object.entries(damages)
		.map(([damage, text]) => ({
			damage,
			text,
			rows: rules.filter((rule) => rule.damage === damage).map((rule) => makeRow(rule, context)),
		}))
		.filter(({ rows }) => rows.length > 0);
	return {
		slug: pack.slug,
		title: pack.title,
		summary: pack.summary,
		url: urlOfPack(pack.slug),
		count: rules.length,
		byLevel: levels
			.map((level) => ({ level, count: rules.filter((rule) => rule.level === level).length }))
			.filter(({ count }) => count > 0),
		indexed: makeIndexed({ kind: 'pack' }),
		html: citeHeadings(pack.html),
		text: pack.text,
		groups,
		headings: groups.map(({ damage, text }) => ({ depth: 2, slug: damage, text })),
		next: await findNext(groups.flatMap(({ rows }) => rows.map(({ code }) => code))),
		reviewUrl: `${urlOfReview}?pack=${pack.slug}`,
	};
}

function makeRow(rule: RenderedRule, context: Context): ChecklistRow {
	return {
		...makeLink(rule, context),
		question: rule.html.question ?? '',
		evidence: rule.html.evidence ?? '',
	};
}
