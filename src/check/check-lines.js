import { makeIgnore } from './ignore.js';
import { judge } from './judge.js';

/** @import { Citation, Finding, Line, Register } from './model.ts' */

/**
 * Returns a function that takes the lines of one file in order, and returns how many codes each has and
 * what is wrong with them. Of what is wrong with one code, a line reports the first place: a link often
 * has the code in its text and in its address.
 * @param {string | undefined} file
 * @param {{ find: (text: string) => Citation[], register: Register, isIgnored: (code: string) => boolean }} settings
 * @returns {(line: Line) => { codes: number, findings: Finding[] }}
 */
export function makeLineCheck(file, { find, register, isIgnored }) {
	const ignore = makeIgnore();
	return ({ text, line, column }) => {
		const isIgnoredHere = ignore(text);
		const cited = find(text).filter(({ code }) => !isIgnored(code) && !isIgnoredHere(code));
		const findings = cited.flatMap((citation) => {
			const wrong = judge(citation, register);
			const at = { file, line, column: column + citation.column - 1 };
			return wrong ? [{ ...at, code: citation.code, ...wrong }] : [];
		});
		return { codes: cited.length, findings: dropRepeated(findings) };
	};
}

/** @param {Finding[]} findings */
function dropRepeated(findings) {
	const byMessage = new Map(findings.toReversed().map((finding) => [finding.message, finding]));
	return findings.filter((finding) => byMessage.get(finding.message) === finding);
}
