import { type Finding, makeFinding } from '../ingest/findings.ts';
import { type PartName, partTitles } from './model.ts';
import { checkSections, splitAtHeadings } from './sections.ts';

/** Words of the part that says why, at most. */
const whyWords = 90;

/** Parts that a rule may lack. */
const optional = new Set<PartName>(['tradeOff']);

/**
 * Splits a rule's body at its second-level headings, which are fixed in name and order.
 *
 * `body` has the front matter as blank lines, so that positions are those of the file. `isWhole`: the
 * rule is in force and needs every part.
 */
export function readParts(
	body: string,
	file: string,
	isWhole: boolean,
): { parts: Partial<Record<PartName, string>>; findings: Finding[] } {
	const sections = splitAtHeadings(body);
	const names = Object.keys(partTitles) as PartName[];
	const problems = checkSections(
		sections,
		names.map((name) => partTitles[name]),
	);
	const wrong = new Set(problems.map(({ line }) => line));
	const parts: Partial<Record<PartName, string>> = {};
	for (const { title, line, text } of sections) {
		const name = names.find((each) => partTitles[each] === title);
		if (name !== undefined && !wrong.has(line)) parts[name] = text;
	}
	const end = body.trimEnd().split('\n').length;
	for (const name of names) {
		const isThere = sections.some(({ title }) => title === partTitles[name]);
		if (!isWhole || optional.has(name) || isThere) continue;
		const expected = `the part “${partTitles[name]}”`;
		problems.push({ line: end, found: 'end of the rule', expected });
	}
	const count = parts.why?.split(/\s+/).length ?? 0;
	if (count > whyWords) {
		const line = sections.find(({ title }) => title === partTitles.why)?.line ?? 1;
		problems.push({ line, found: `“Why” of ${count} words`, expected: `at most ${whyWords}` });
	}
	const findings = problems.map(({ line, found, expected }) =>
		makeFinding('rule-part', { file, line, column: 1 }, { found, expected }),
	);
	return { parts, findings };
}
