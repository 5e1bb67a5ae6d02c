import ts from 'typescript';
import type { Problem, Snippet } from '../model.ts';
import { placeOf } from '../place.ts';

/** Returns what the compiler found as a problem of a snippet. */
export function toProblem({ start, messageText }: ts.Diagnostic, snippet: Snippet): Problem {
	const message = ts.flattenDiagnosticMessageText(messageText, ' ');
	return { snippet, ...placeOf(snippet.text, start ?? 0), message };
}
