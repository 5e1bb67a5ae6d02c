import { parse } from 'java-parser';
import type { Check, Problem, Snippet } from '../model.ts';
import { placeOf } from '../place.ts';

/** Parses Java: whole files, or types. */
export const java: Check = { findProblems: (snippets) => snippets.flatMap(findProblems) };

function findProblems(snippet: Snippet): Problem[] {
	try {
		parse(snippet.text);
		return [];
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		// The parser has a place and a message of several lines in one text, and no number at the end.
		const [, line, column, text = error.message] =
			/line: (\d+|NaN), column: (\d+|NaN)!\n([\s\S]*)/.exec(error.message) ?? [];
		const place = Number(line)
			? { line: Number(line), column: Number(column) }
			: placeOf(snippet.text, snippet.text.length);
		return [{ snippet, ...place, message: shorten(text) }];
	}
}

/** Leaves out the list of all that could stand at the place, and the way to it in the grammar. */
function shorten(text: string): string {
	const found = /but found(?:: | --> )'([^']*)'/.exec(text)?.[1];
	if (found === undefined) return text.split('\n')[0]?.replace(/!$/, '') ?? text;
	const expected = /^Expecting --> (.*?) <--/.exec(text)?.[1];
	return `unexpected ${found || 'end'}${expected ? `, expecting ${expected}` : ''}`;
}
