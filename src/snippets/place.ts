import type { Problem } from './model.ts';

/** Returns line and column, from 1, of an offset in a text. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset).split('\n');
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Returns the problem that stands first: what a parser says after it mostly follows from it. */
export function takeFirst(problems: Problem[]): Problem[] {
	return problems.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, 1);
}
