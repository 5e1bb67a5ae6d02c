import type { SearchIndex, SearchRecord, StandardId } from './model.ts';
import { fold, getDistance } from './words.ts';

/** What a query says that is a code. */
export interface CodeAnswer {
	/** What it leads to; empty for a code that does not exist. */
	records: SearchRecord[];
	/** The code as the site would write it. */
	code: string;
	/** What exists and is nearest to a code that does not. */
	nearest: SearchRecord[];
}

/** Rules that are offered in the place of one that does not exist. */
const nearestShown = 3;

/** Letters, then up to three digits: "SEC-014", "sec14", "sec 014", "sec–14". */
const ruleCode = /^([a-z]{2,5})[\s\p{Pd}_.:#/]*0*(\d{1,3})$/u;

/**
 * Returns the rule that a query names by its code, however it is written, withdrawn ones among them.
 * Undefined for a query that is no code of a rule.
 */
export function findRule(query: string, { records, topics }: SearchIndex): CodeAnswer | undefined {
	const [, letters = '', digits = ''] = ruleCode.exec(fold(query).trim()) ?? [];
	const prefix = letters.toUpperCase();
	if (!letters) return undefined;
	const isWritten = topics.some((topic) => topic.prefix === prefix);
	// Another word with a number is a code only where it is written like one: "SEK-014".
	if (!isWritten && !/^[a-z]+[\p{Pd}]\d{3}$/u.test(fold(query).trim())) return undefined;
	const near = topics
		.map((topic) => topic.prefix)
		.sort((a, b) => getDistance(prefix, a) - getDistance(prefix, b))[0];
	if (near === undefined || (!isWritten && getDistance(prefix, near) > 1)) return undefined;
	const code = formatCode(prefix, Number(digits));
	const found = records.find((record) => record.code === code);
	if (found) return { records: [found], code, nearest: [] };
	const nearest = records
		.filter((record) => record.code?.startsWith(`${near}-`) && !record.isWithdrawn)
		.map((record) => ({
			record,
			distance: Math.abs(Number(record.code?.split('-')[1]) - Number(digits)),
		}))
		.sort((a, b) => a.distance - b.distance)
		.slice(0, nearestShown)
		.map(({ record }) => record);
	return { records: [], code, nearest };
}

function formatCode(prefix: string, number: number): string {
	return `${prefix}-${String(number).padStart(3, '0')}`;
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

/** Patterns of ids that exist in the field: they are answered with "not cited" where we have them not. */
const foreign: [RegExp, string][] = [
	[/^cwe\d+$/, 'CWE'],
	[/^rfc\d+/, 'RFC'],
	[/^(v\d+\.\d+\.\d+)?\d+\.\d+\.\d+$/, 'ASVS'],
	[/^api\d+:?\d{4}$/, 'OWASP API Security Top 10'],
	[/^a\d{2}(:?\d{4})?$/, 'OWASP Top 10'],
];

/** Returns the standard to which an id belongs by its form; undefined for what has no such form. */
export function guessStandard(query: string): string | undefined {
	return foreign.find(([pattern]) => pattern.test(toKey(query)))?.[1];
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
