/** Part of a text that parses by itself. */
export interface Chunk {
	lines: string[];
	/** Lines of the text before it. */
	offset: number;
}

const blankLine = /^[ \t]*$/;
const never = /(?!)/;

/** Constructs that go on over blank lines, whatever stands in them: how they start and how they end. */
const spans: { start: RegExp; end: (opening: RegExpExecArray) => RegExp }[] = [
	{
		start: /^ {0,3}(`{3,})[^`]*$/,
		end: ([, fence = '']) => new RegExp(`^ {0,3}\`{${fence.length},}[ \\t]*$`),
	},
	{
		start: /^ {0,3}(~{3,})/,
		end: ([, fence = '']) => new RegExp(`^ {0,3}~{${fence.length},}[ \\t]*$`),
	},
	{ start: /^ {0,3}<!--/, end: () => /-->/ },
	{ start: /^ {0,3}<\?/, end: () => /\?>/ },
	{ start: /^ {0,3}<!\[CDATA\[/, end: () => /\]\]>/ },
	{ start: /^ {0,3}<![a-z]/i, end: () => />/ },
	{
		start: /^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i,
		end: () => /<\/(?:script|pre|style|textarea)>/i,
	},
	// Any other tag: HTML up to a blank line, or a paragraph.
	{ start: /^ {0,3}</, end: () => blankLine },
];

/**
 * Divides a text into chunks of at least `size` characters whose trees, put together, are the tree of
 * the text. The parser takes time that grows faster than its text, so a large text is parsed in parts.
 *
 * A chunk starts after a blank line with a letter or `#` in the first column: there every list, quote,
 * table and paragraph above has ended. Fenced code and HTML that spans blank lines are stepped over.
 */
export function splitChunks(lines: string[], size: number): Chunk[] {
	const chunks: Chunk[] = [];
	let start = 0;
	let length = 0;
	let end: RegExp | undefined;
	for (const [i, line] of lines.entries()) {
		const isBoundary = !end && lines[i - 1]?.trim() === '' && /^[#\p{L}]/u.test(line);
		if (isBoundary && length >= size) {
			chunks.push({ lines: lines.slice(start, i), offset: start });
			start = i;
			length = 0;
		}
		length += line.length + 1;
		end = end ? goOn(end, line) : findSpan(line);
	}
	return [...chunks, { lines: lines.slice(start), offset: start }];
}

/** Within a span: it ends at its line, or goes on. */
function goOn(end: RegExp, line: string): RegExp | undefined {
	// Whether a fence opens after a line with a tag depends on what the tag is: from here, no chunks.
	if (end === blankLine && /^ {0,3}(`{3}|~{3})/.test(line)) return never;
	return end.test(line) ? undefined : end;
}

/** What ends the construct that a line opens; undefined where it opens none that lasts. */
function findSpan(line: string): RegExp | undefined {
	for (const { start, end } of spans) {
		const opening = start.exec(line);
		if (!opening) continue;
		const ending = end(opening);
		return ending.test(line.slice(opening[0].length)) ? undefined : ending;
	}
	return undefined;
}
