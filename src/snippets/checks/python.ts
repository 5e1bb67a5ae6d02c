import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import type { Check, Problem, Snippet } from '../model.ts';
import { takeFirst } from '../place.ts';

/** What Ruff says that is of use here; its own types say `any`. */
interface Diagnostic {
	message: string;
	start_location: { row: number; column: number };
}

/** Rules for what Python's own compiler refuses although it parses: `return` outside a function. */
const rules = ['E9', 'F7'];

/** Parses Python 3.12. */
export const python: Check = {
	findProblems(snippets) {
		const settings = { 'target-version': 'py312', lint: { select: rules } };
		const workspace = new Workspace(settings, PositionEncoding.Utf16);
		const problems = snippets.flatMap((snippet) => findProblems(snippet, workspace));
		workspace.free();
		return problems;
	},
};

function findProblems(snippet: Snippet, workspace: Workspace): Problem[] {
	const found = workspace.check(snippet.text) as Diagnostic[];
	return takeFirst(
		found.map(({ message, start_location: { row, column } }) => ({
			snippet,
			line: row,
			column,
			message,
		})),
	);
}
