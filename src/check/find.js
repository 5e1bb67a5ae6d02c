/** @import { Citation } from './model.ts' */

/**
 * Returns a function that finds the codes in a line. Only the prefixes given make a code: CVE-2024-1 and
 * SHA-256 are none. A code counts in capitals anywhere, and in either case in the address of a rule; in
 * the address of another page it belongs to that page.
 * @param {Iterable<string>} prefixes
 * @returns {(text: string) => Citation[]}
 */
export function makeFinder(prefixes) {
	// Word processors turn the hyphen into a longer one.
	const code = `(?:${[...prefixes].join('|')})\\p{Pd}\\d{3}`;
	const rule = `/(?:rules|r)/(?<linked>${code})(?![\\p{L}\\p{N}_-])(?:\\.md|/)?(?:${query})?`;
	const ruleAddress = new RegExp(rule, 'giu');
	const citation = new RegExp(`(?<address>${address})|${rule}|(?<plain>${plain(code)})`, 'giu');
	return (text) =>
		[...text.matchAll(citation)].flatMap((match) => {
			if (match.groups?.address === undefined) return readCitation(match);
			return [...match[0].matchAll(ruleAddress)].flatMap((inner) =>
				readCitation(inner, match.index),
			);
		});
}

/** Ends where Markdown, HTML and quotes end an address. */
const address = 'https?://[^\\s<>"\'`)\\]|]+';

const query = '\\?(?<query>[^\\s#"\'`<>)\\]|]*)';

/**
 * Neither a part of a longer word or name (FOO-SEC-014), nor the beginning of a longer number (SEC-0145,
 * API-001.2); a word may follow a hyphen (SEC-014-compliant).
 * @param {string} code
 */
function plain(code) {
	return `(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][-_])${code}(?![\\p{L}\\p{N}]|[\\p{Pd}._]\\p{N})`;
}

/**
 * @param {RegExpExecArray} match
 * @returns {Citation[]}
 */
function readCitation(match, offset = 0) {
	const { linked, plain, query: parameters = '' } = match.groups ?? {};
	const written = linked ?? plain ?? '';
	// In small letters and outside of a link it is a name like another: sec-014.png.
	if (linked === undefined && written !== written.toUpperCase()) return [];
	const column = offset + match.index + match[0].indexOf(written) + 1;
	const code = written.toUpperCase().replace(/\p{Pd}/u, '-');
	return [{ code, column, revision: readRevision(parameters) }];
}

/** @param {string} parameters */
function readRevision(parameters) {
	const value = new URLSearchParams(parameters.replaceAll('&amp;', '&')).get('rev') ?? '';
	const [digits] = /^[1-9]\d{0,5}(?!\d)/.exec(value) ?? [];
	return digits === undefined ? undefined : Number(digits);
}
