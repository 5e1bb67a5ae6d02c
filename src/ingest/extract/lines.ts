import type { ReadDocument, SkippedLine } from '../model.ts';

/**
 * Accounts for the lines of a document.
 *
 * A line without any mark is lost, unless it holds container marks alone (`>`, `-`): those show in
 * the structure, not in the text.
 */
export function countLines(
	document: ReadDocument,
	marks: ReadonlyMap<number, string | null>,
): { text: number; kept: number; skipped: SkippedLine[]; lost: number[] } {
	const [from, to] = document.range;
	const skipped: SkippedLine[] = [];
	const lost: number[] = [];
	let text = 0;
	let kept = 0;
	for (let line = from; line <= to; line++) {
		const content = document.lines[line - 1] ?? '';
		if (content.trim() === '') continue;
		text++;
		const mark = marks.get(line);
		if (mark === null) kept++;
		else if (mark !== undefined) skipped.push({ line, reason: mark });
		else if (isMarksOnly(content)) skipped.push({ line, reason: 'marks without text' });
		else lost.push(line);
	}
	return { text, kept, skipped, lost };
}

function isMarksOnly(line: string): boolean {
	return /^(?:\s|>|[-*+]|\d{1,9}[.)]|\[[ xX]\])*$/.test(line);
}
