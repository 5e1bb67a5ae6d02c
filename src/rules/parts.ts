import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { type Finding, makeFinding } from '../ingest/findings.ts';
import { parseMarkdown } from '../ingest/read/parse.ts';
import { type PartName, partTitles } from './model.ts';

/** Words of the part that says why, at most. */
const whyWords = 90;

/** Parts that a rule may lack. */
const optional = new Set<PartName>(['tradeOff']);

interface FoundPart {
	title: string;
	line: number;
	text: string;
}

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
	const found = splitAtHeadings(body);
	const findings: Finding[] = [];
	const report = (line: number, what: string, expected: string): void => {
		findings.push(makeFinding('rule-part', { file, line, column: 1 }, { found: what, expected }));
	};
	const names = Object.keys(partTitles) as PartName[];
	const parts: Partial<Record<PartName, string>> = {};
	let last = -1;
	for (const { title, line, text } of found) {
		const index = names.findIndex((name) => partTitles[name] === title);
		const name = names[index];
		if (name === undefined) report(line, `part “${title}”`, listTitles(names));
		else if (index <= last) report(line, `“${title}” at this place`, 'the parts in their order');
		else if (text === '') report(line, `empty part “${title}”`, 'text under the heading');
		else parts[name] = text;
		last = Math.max(last, index);
	}
	const missing = names.filter(
		(name) =>
			isWhole && !optional.has(name) && !found.some(({ title }) => title === partTitles[name]),
	);
	const end = body.trimEnd().split('\n').length;
	for (const name of missing) report(end, 'end of the rule', `the part “${partTitles[name]}”`);
	const count = parts.why?.split(/\s+/).length ?? 0;
	if (count > whyWords) {
		const line = found.find(({ title }) => title === partTitles.why)?.line ?? 1;
		report(line, `“Why” of ${count} words`, `at most ${whyWords}`);
	}
	return { parts, findings };
}

function splitAtHeadings(body: string): FoundPart[] {
	const lines = body.split('\n');
	const headings = parseMarkdown(body).children.filter(
		(node): node is Heading => node.type === 'heading' && node.depth === 2,
	);
	return headings.map((heading, i) => ({
		title: toString(heading),
		line: heading.position?.start.line ?? 1,
		text: lines
			.slice(heading.position?.end.line, (headings[i + 1]?.position?.start.line ?? Infinity) - 1)
			.join('\n')
			.trim(),
	}));
}

function listTitles(names: PartName[]): string {
	return `one of ${names.map((name) => partTitles[name]).join(', ')}`;
}
