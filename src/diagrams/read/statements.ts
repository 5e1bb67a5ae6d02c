import type { Problem } from '../model.ts';

export interface Line {
	/** Counted from 1. */
	number: number;
	/** Without the blanks around it. */
	text: string;
}

/** A form that a line may have, and what it adds to what was read so far. */
export interface Statement<Reading> {
	form: RegExp;
	/** `parts`: what the form's groups caught. Returns what is wrong with the line, if anything is. */
	take: (reading: Reading, parts: string[], line: Line) => string | undefined;
}

/** What a type of diagram is read into. */
export interface DiagramReading<Diagram> {
	diagram: Diagram;
	problems: Problem[];
}

/** A name in a source: letters, digits and underscores, with hyphens between them. */
export const name = String.raw`[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*`;

/** Text in a source. What it leaves out means something else to one of Mermaid's readers. */
export const text = String.raw`[^<>;#"]+`;

/**
 * Reads each line by the first form that it has. A line without one is a problem: nothing that is
 * written may be missing from the drawing without a word.
 */
export function readStatements<Reading>(
	lines: Line[],
	statements: Statement<Reading>[],
	reading: Reading,
	expected: string,
): Problem[] {
	return lines.flatMap((line) => {
		const message = readLine(line, statements, reading, expected);
		return message === undefined ? [] : [{ line: line.number, message }];
	});
}

function readLine<Reading>(
	line: Line,
	statements: Statement<Reading>[],
	reading: Reading,
	expected: string,
): string | undefined {
	for (const { form, take } of statements) {
		const match = form.exec(line.text);
		if (match) return take(reading, match.slice(1), line);
	}
	return `Unexpected “${line.text}”, expected ${expected}.`;
}
