import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from '../ingest/read/parse.ts';

/** What stands between a second-level heading and the next. */
export interface Section {
	title: string;
	/** Line of the heading. */
	line: number;
	/** Markdown under it, white space trimmed. */
	text: string;
}

/** Something wrong with the sections of a body. */
export interface SectionProblem {
	line: number;
	found: string;
	expected: string;
}

/** Splits a body at its second-level headings. What stands before the first is left out. */
export function splitAtHeadings(body: string): Section[] {
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

/**
 * Returns what is wrong with sections whose titles are fixed in name and order: unknown ones, ones at
 * another place, empty ones.
 */
export function checkSections(sections: Section[], titles: string[]): SectionProblem[] {
	let last = -1;
	return sections.flatMap(({ title, line, text }) => {
		const index = titles.indexOf(title);
		const isLate = index >= 0 && index <= last;
		last = Math.max(last, index);
		if (index < 0) {
			return [{ line, found: `part “${title}”`, expected: `one of ${titles.join(', ')}` }];
		}
		if (isLate) {
			return [{ line, found: `“${title}” at this place`, expected: 'the parts in their order' }];
		}
		if (text !== '') return [];
		return [{ line, found: `empty part “${title}”`, expected: 'text under the heading' }];
	});
}
