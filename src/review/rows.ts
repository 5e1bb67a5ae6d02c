import { levels } from '../rules/model.ts';
import { compareByDamage } from '../rules/select.ts';
import { type Answer, type Catalog, type CatalogRule, type Item, type Review } from './model.ts';

/** A rule of a review, with what was said of it. */
export interface Row {
	code: string;
	item: Item;
	/** Undefined where this site has no such code. */
	rule: CatalogRule | undefined;
	/** The sentence of the item's revision. */
	statement: string;
	/** Whether the rule has another sentence now. */
	isChanged: boolean;
}

export interface Section {
	title: string;
	answer: Answer;
	isIn: (row: Row) => boolean;
	rows: Row[];
}

/** The parts of a report, in their order: what stops the change comes first. */
export const sections: readonly Omit<Section, 'rows'>[] = [
	{ title: 'Blocking', answer: 'not met', isIn: ({ rule }) => rule?.level === 'MUST' },
	{ title: 'To do', answer: 'not met', isIn: ({ rule }) => rule?.level !== 'MUST' },
	{ title: 'Not answered', answer: 'open', isIn: () => true },
	{ title: 'Met', answer: 'met', isIn: () => true },
	{ title: 'Not applicable', answer: 'not applicable', isIn: () => true },
];

/** Returns the rules of a review by part of the report, each ordered by damage; no empty parts. */
export function getSections(review: Review, catalog: Catalog): Section[] {
	const rows = getRows(review, catalog);
	return sections
		.map((section) => ({
			...section,
			rows: rows.filter((row) => row.item.answer === section.answer && section.isIn(row)),
		}))
		.filter((section) => section.rows.length > 0);
}

/** Returns the rules of a review ordered by damage; unknown ones last. */
export function getRows(review: Review, catalog: Catalog): Row[] {
	const byCode = new Map(catalog.rules.map((rule) => [rule.id, rule]));
	return Object.entries(review.items)
		.map(([code, item]) => makeRow(code, item, byCode.get(code)))
		.sort(compareRows);
}

/** Returns rows with the strongest level first, else as they are; unknown ones last. */
export function sortByLevel(rows: readonly Row[]): Row[] {
	const rank = ({ rule }: Row): number => (rule ? levels.indexOf(rule.level) : levels.length);
	return rows.toSorted((a, b) => rank(a) - rank(b));
}

function makeRow(code: string, item: Item, rule: CatalogRule | undefined): Row {
	const past = rule?.past?.find(({ revision }) => revision === item.revision);
	return {
		code,
		item,
		rule,
		statement: past?.statement ?? rule?.statement ?? '',
		isChanged: past !== undefined,
	};
}

function compareRows(a: Row, b: Row): number {
	if (a.rule && b.rule) return compareByDamage(a.rule, b.rule);
	if (a.rule || b.rule) return a.rule ? -1 : 1;
	return a.code < b.code ? -1 : 1;
}
