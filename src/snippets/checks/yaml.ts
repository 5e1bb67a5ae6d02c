import { loadAll, YAMLException } from 'js-yaml';
import type { Check, Problem, Snippet } from '../model.ts';

/** Parses YAML, of one document or several. */
export const yaml: Check = { findProblems: (snippets) => snippets.flatMap(findProblems) };

function findProblems(snippet: Snippet): Problem[] {
	try {
		loadAll(snippet.text);
		return [];
	} catch (error) {
		if (!(error instanceof YAMLException)) throw error;
		const { line, column } = error.mark;
		return [{ snippet, line: line + 1, column: column + 1, message: error.reason }];
	}
}
