import type { Check, Problem, Snippet } from '../model.ts';
import { placeOf } from '../place.ts';

/** Parses JSON as programs do: no comments, no commas at the end. */
export const json: Check = { findProblems: (snippets) => snippets.flatMap(findProblems) };

function findProblems(snippet: Snippet): Problem[] {
	const { text } = snippet;
	const found = explain(text);
	if (found === undefined) return [];
	const offset = /at position (\d+)/.exec(found)?.[1];
	const message = found.replace(/ in JSON at position .*| \(line .*\)$|, (?:\.\.\.)?".*/s, '');
	return [{ snippet, ...placeOf(text, offset ? Number(offset) : findOffset(text)), message }];
}

/** Says what is wrong with a text, in V8's words. */
function explain(text: string): string | undefined {
	try {
		JSON.parse(text);
		return undefined;
	} catch (error) {
		if (error instanceof SyntaxError) return error.message;
		throw error;
	}
}

/**
 * Returns where the token is that V8 names without a place: at the end of the shortest beginning that
 * fails by it. A shorter one fails by its end, and so the end is the place where there is no such token.
 */
function findOffset(text: string): number {
	let low = 0;
	let high = text.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (explain(text.slice(0, middle + 1))?.startsWith('Unexpected token')) high = middle;
		else low = middle + 1;
	}
	return low;
}
