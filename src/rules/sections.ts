import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from '../ingest/read/parse.ts';

/** What stands between a heading and the next of its level or above. */
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

/** Splits a body at its headings of a level, the second by default. What stands before the first is left out. */
export function splitAtHeadings(body: string, depth = 2): Section[] {
	const lines = body.split('\n');
	const headings = parseMarkdown(body).children.filter(
		(node): node is Heading => node.type === 'heading' && node.depth > 1 && node.depth <= depth,
	);
	const sections = headings.map((heading, i) => ({
		depth: heading.depth,
		title: toString(heading),
		line: heading.position?.start.line ?? 1,
		text: lines
			.slice(heading.position?.end.line, (headings[i + 1]?.position?.start.line ?? Infinity) - 1)
			.join('\n')
			.trim(),
	}));
	return sections
		.filter((section) => section.depth === depth)
		.map(({ title, line, text }) => ({ title, line, text }));
}

/** Returns the bold words that paragraphs of a text begin with. */
export function findLeads(text: string): string[] {
	return parseMarkdown(text).children.flatMap((node) => {
		const first = node.type === 'paragraph' ? node.children[0] : undefined;
		return first?.type === 'strong' ? [toString(first)] : [];
	});
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
