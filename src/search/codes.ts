import type { SearchIndex, SearchRecord, StandardId } from './model.ts';
import { fold, getDistance } from './words.ts';

/** What a query says that is a code. */
export interface CodeAnswer {
	/** What it leads to; undefined for a code that does not exist. */
	record: SearchRecord | undefined;
	/** The code as the site would write it. */
	code: string;
	/** What exists and is nearest to a code that does not. */
	nearest: SearchRecord[];
	/** The query without the code. */
	rest: string;
}

/** What is offered in the place of a code or id that does not exist, at most. */
const nearestShown = 3;

/** A query that is a code: "SEC-014", "sec14", "sec 014", "sec–14". */
const wholeCode = /^\s*([a-z]{2,5})[\s\p{Pd}_.:#/]*0*(\d{1,3})\s*$/iu;

/** A code among other words, written in full: "SEC-014 Rate-limit authentication endpoints". */
const codeInside = /(?<![\p{L}\p{N}])([a-z]{2,5})\p{Pd}(\d{3})(?![\p{L}\p{N}])/iu;

/**
 * Returns the rule that a query names by its code, however it is written, withdrawn ones among them.
 * Undefined for a query that names none.
 */
export function findRule(query: string, { records, topics }: SearchIndex): CodeAnswer | undefined {
	const match = wholeCode.exec(query) ?? codeInside.exec(query);
	if (!match) return undefined;
	const [written, letters = '', digits = ''] = match;
	const prefix = letters.toUpperCase();
	const nearPrefix = topics
		.map((topic) => topic.prefix)
		.sort((a, b) => getDistance(prefix, a) - getDistance(prefix, b))[0];
	if (nearPrefix === undefined) return undefined;
	// Another word with a number is a code only where it is written like one: "SEK-014".
	const isTypo = getDistance(prefix, nearPrefix) === 1 && codeInside.test(written);
	if (nearPrefix !== prefix && !isTypo) return undefined;
	const number = Number(digits);
	const code = `${prefix}-${String(number).padStart(3, '0')}`;
	const record = records.find((each) => each.code === code);
	const rest = query.replace(written, ' ').trim();
	const active = records.filter((each) => !each.isWithdrawn);
	const nearest = record ? [] : findNearest(active, nearPrefix, number);
	return { record, code, nearest, rest };
}

/** Rules of a topic with the numbers nearest to one. */
function findNearest(records: SearchRecord[], prefix: string, number: number): SearchRecord[] {
	const getGap = ({ code = '' }: SearchRecord): number =>
		Math.abs(Number(code.split('-')[1]) - number);
	return records
		.filter(({ code }) => code?.startsWith(`${prefix}-`))
		.sort((a, b) => getGap(a) - getGap(b))
		.slice(0, nearestShown);
}

/** Standards in front of their ids: "asvs 6.3.1", "OWASP API1". */
const standardWords = /^(owasp|asvs)+/;

/** Sections of a document: "RFC 9457 section 3". */
const section = /(?<=\d)(section|sec|§|#)+(?=\d)/g;

/** Whether a query may be an id of a standard: up to four words, the last one with a digit. */
export function mayBeId(query: string): boolean {
	const words = query.trim().split(/\s+/);
	return words.length <= 4 && /\d/.test(words.at(-1) ?? '');
}

/**
 * Returns the ids of standards that a query names, however they are written, the very one first, then
 * those below it: "RFC 9110" has sections. Empty for a query that names none.
 */
export function findIds(query: string, ids: StandardId[]): StandardId[] {
	const asked = toKey(query);
	if (!/\d/.test(asked)) return [];
	const keyed = ids.map((id) => ({ id, keys: getKeys(id.id) }));
	const exact = keyed.filter(({ keys }) => keys.includes(asked)).map(({ id }) => id);
	const below = keyed
		.filter(({ keys }) => keys.some((key) => key.startsWith(asked) && isBreak(key, asked.length)))
		.map(({ id }) => id);
	return [...new Set([...exact, ...below])];
}

/** Forms of ids that exist in the field: one that we have not is said to be missing. */
const forms = [
	/^cwe\d+$/,
	/^rfc\d+/,
	/^(v\d+\.\d+\.\d+)?\d+\.\d+\.\d+$/,
	/^api\d+:?\d{4}$/,
	/^a\d{1,2}(:?\d{4})?$/,
];

/**
 * Returns the ids that are nearest to one that has the form of a standard's and is not there: those that begin
 * most like it. Undefined for what has no such form.
 */
export function findNearIds(query: string, ids: StandardId[]): StandardId[] | undefined {
	const asked = toKey(query);
	const form = forms.find((pattern) => pattern.test(asked));
	if (!form) return undefined;
	return ids
		.map((id) => ({ id, keys: getKeys(id.id).filter((key) => form.test(key)) }))
		.filter(({ keys }) => keys.length > 0)
		.map(({ id, keys }) => ({
			id,
			common: Math.max(...keys.map((key) => getCommonBeginning(asked, key))),
		}))
		.sort((a, b) => b.common - a.common)
		.slice(0, nearestShown)
		.map(({ id }) => id);
}

function getCommonBeginning(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}

/** Keys by which an id is known: whole, without its edition, and without its version. */
function getKeys(id: string): string[] {
	const key = toKey(id);
	return [...new Set([key, toKey(id.replace(/:\d{4}$/, '')), toKey(id.replace(/^v[\d.]+-/, ''))])];
}

/** Lower case without spaces and hyphens; dots and colons tell numbers apart. */
function toKey(text: string): string {
	return fold(text)
		.replace(/[^a-z0-9.:§#]+/g, '')
		.replace(standardWords, '')
		.replace(section, '#')
		.replace(/(?<=[a-z])0+(?=\d)/g, '');
}

/** "RFC 91" is not the beginning of "RFC 9110", and "API1" not of "API10". */
function isBreak(key: string, at: number): boolean {
	return !/\d/.test(key[at] ?? '') || !/\d/.test(key[at - 1] ?? '');
}
