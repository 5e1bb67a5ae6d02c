import ts from 'typescript';
import type { Check, Snippet } from '../model.ts';
import { takeFirst } from '../place.ts';
import { toProblem } from './diagnostics.ts';

/** Parses TypeScript. */
export const tsParse = makeCheck('snippet.ts');

/** Parses JavaScript: types are a problem in it. */
export const jsParse = makeCheck('snippet.js');

function makeCheck(fileName: string): Check {
	const parse = (snippet: Snippet): ts.Diagnostic[] | undefined =>
		ts.transpileModule(snippet.text, {
			fileName,
			reportDiagnostics: true,
			compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
		}).diagnostics;
	return {
		findProblems: (snippets) =>
			snippets.flatMap((snippet) =>
				takeFirst((parse(snippet) ?? []).map((each) => toProblem(each, snippet))),
			),
	};
}
