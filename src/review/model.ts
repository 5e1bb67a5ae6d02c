import type { ChangeClass, Damage, Level, RuleKind, Tag } from '../rules/model.ts';
import type { Selector } from '../rules/select.ts';

/** What a reader says of a rule; "open" is not answered. */
export const answers = ['open', 'met', 'not met', 'not applicable'] as const;

export type Answer = (typeof answers)[number];

/** Answers as readers see them. */
export const answerNames: Record<Answer, string> = {
	open: 'Not answered',
	met: 'Met',
	'not met': 'Not met',
	'not applicable': 'Not applicable',
};

/** Texts that a reader writes beside an answer. */
export const textFields = ['reason', 'evidence', 'note'] as const;

export type TextField = (typeof textFields)[number];

/** What a reader said of a rule. */
export interface ItemContent {
	/** Revision of the rule that was answered. */
	revision: number;
	answer: Answer;
	/** Why it is not met, or does not apply. */
	reason: string;
	/** A link, or where to look. */
	evidence: string;
	note: string;
}

/** A rule in a review. */
export interface Item extends ItemContent {
	/** How often each copy changed it: a version vector, by the name of the copy. */
	edits: Readonly<Record<string, number>>;
}

export interface Review {
	/** The same in all copies of one review. */
	id: string;
	name: string;
	/** YYYY-MM-DD */
	created: string;
	/** Release of the rules that it was last held against; "next" before the first one. */
	release: string;
	/** What it was made from; a newer release may select more. */
	scope: readonly Selector[];
	/** Codes that the scope selects and the reader left out. */
	leftOut: readonly string[];
	/** By code. */
	items: Readonly<Record<string, Item>>;
}

/** A rule as a review shows it. */
export interface CatalogRule {
	id: string;
	title: string;
	statement: string;
	level: Level;
	kind: RuleKind;
	/** Slug. */
	topic: string;
	damage: Damage;
	tags: Tag[];
	technologies: string[];
	revision: number;
	/** Path of the page. */
	url: string;
	/** What to ask, and what settles it; Markdown without links. */
	question: string;
	evidence: string;
	/** Earlier revisions, oldest first, and what the next one did to them. */
	past?: PastRevision[];
	withdrawn?: { date: string; reason: string; successors: string[] };
}

export interface PastRevision {
	revision: number;
	statement: string;
	/** What the revision after it changed. */
	change: { class: ChangeClass; note: string };
}

/** A review pack: a selection of rules, never a copy. */
export interface CatalogPack {
	slug: string;
	title: string;
	select: Selector[];
	/** Codes, ordered by damage. */
	codes: string[];
}

/** Everything of the site that a review needs. */
export interface Catalog {
	version: number;
	release: string;
	/** In order. */
	topics: { slug: string; title: string }[];
	packs: CatalogPack[];
	/** All rules, withdrawn ones among them, in order of topics and codes. */
	rules: CatalogRule[];
}

/** Raised when an older site could not read what a newer one writes: of catalog, files and links. */
export const formatVersion = 1;

/** The most that a review takes; a browser's storage holds about five million characters. */
export const limits = { name: 120, text: 8_000, items: 1_000 } as const;

/** Whether an answer has to say why. */
export function needsReason({ answer }: Pick<ItemContent, 'answer'>): boolean {
	return answer === 'not met' || answer === 'not applicable';
}

/** Whether an answer needs a reason that is not there. */
export function lacksReason(item: ItemContent): boolean {
	return needsReason(item) && item.reason === '';
}

/** Whether a text is an address that can be opened, and nothing else. */
export function isLink(text: string): boolean {
	return /^https?:\/\/[^\s<>]+$/.test(text);
}

/** Whether nothing was said of a rule. */
export function isBlank(item: ItemContent): boolean {
	return item.answer === 'open' && textFields.every((field) => item[field] === '');
}

/** Whether two items say the same of the same revision. */
export function isSameContent(a: ItemContent, b: ItemContent): boolean {
	return (
		a.revision === b.revision &&
		a.answer === b.answer &&
		textFields.every((field) => a[field] === b[field])
	);
}

/**
 * Returns a reader's text as it is kept: line breaks as `\n`, no other control characters but tabs, no
 * white space at the ends, at most `limit` characters.
 */
export function cleanText(text: string, limit: number = limits.text): string {
	return (
		text
			.toWellFormed()
			.replace(/\r\n?|[\u2028\u2029]/g, '\n')
			// eslint-disable-next-line no-control-regex -- these are what is taken out
			.replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
			.slice(0, limit)
			.toWellFormed()
			.trim()
	);
}

/** Returns a name as it is kept: one line. */
export function cleanName(name: string): string {
	// Characters that are taken out may stand between spaces.
	return cleanText(cleanText(name).replace(/\s+/g, ' '), limits.name);
}
