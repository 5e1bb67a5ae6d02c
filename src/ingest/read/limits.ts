import { type Finding, makeFinding } from '../findings.ts';

/**
 * What the Markdown parser is given at most. Beyond these its time grows faster than the text:
 * seen with micromark 4 on inputs of doubling size. `limits.test.ts` has the inputs.
 */
export const limits = {
	/** Characters of one document. */
	size: 8_000_000,
	/** Containers (`>`, list markers) that open on one line. */
	containers: 100,
	/** Columns before a list marker. */
	indentation: 200,
	/** Runs of `*`, `_`, `~` or `&` in one paragraph. */
	delimiters: 4_000,
} as const;

/** Returns a finding for the first place that exceeds each limit; none for text that can be parsed. */
export function checkLimits(lines: string[], file: string): Finding[] {
	const size = lines.reduce((sum, line) => sum + line.length + 1, 0);
	if (size > limits.size) {
		const args = { what: 'document size', size: `${size} characters`, limit: String(limits.size) };
		return [makeFinding('limit-exceeded', { file, line: 1, column: 1 }, args)];
	}
	const measures = [
		{ what: 'nesting', limit: limits.containers, of: countContainers },
		{ what: 'indentation', limit: limits.indentation, of: countIndentation },
		{
			what: 'marks in one paragraph',
			limit: limits.delimiters,
			of: makeDelimiterCounter(),
		},
	];
	const findings: Finding[] = [];
	for (const { what, limit, of } of measures) {
		for (const [i, line] of lines.entries()) {
			const found = of(line);
			if (found <= limit) continue;
			const args = { what, size: String(found), limit: String(limit) };
			findings.push(makeFinding('limit-exceeded', { file, line: i + 1, column: 1 }, args));
			break;
		}
	}
	return findings;
}

/** Number of `>` and list markers that a line starts with. */
function countContainers(line: string): number {
	const marker = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
	let count = 0;
	while (marker.test(line)) count++;
	return count;
}

/** Columns before a list marker; 0 for a line that opens no list item. */
function countIndentation(line: string): number {
	return /^[ \t]*(?=(?:[-*+]|\d{1,9}[.)])[ \t])/.exec(line)?.[0].length ?? 0;
}

/** Counts runs of emphasis marks, and character references, since the last line that starts a block. */
function makeDelimiterCounter(): (line: string) => number {
	let count = 0;
	return (line) => {
		if (/^[ \t]*(?:$|[-+#|>]|\*[ \t]|\d{1,9}[.)][ \t])/.test(line)) count = 0;
		count += line.match(/[*_~]+|&/g)?.length ?? 0;
		return count;
	};
}
