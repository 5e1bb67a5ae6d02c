import { join } from 'node:path';
import ts from 'typescript';
import type { Check, Problem, Snippet } from '../model.ts';
import { takeFirst } from '../place.ts';
import { toProblem } from './diagnostics.ts';

const options: ts.CompilerOptions = {
	strict: true,
	noEmit: true,
	skipLibCheck: true,
	target: ts.ScriptTarget.ES2024,
	// What runs on a server: without the names of browsers.
	lib: ['lib.es2024.d.ts'],
	module: ts.ModuleKind.NodeNext,
	// A block without an import is a module too: its names are not those of the next block.
	moduleDetection: ts.ModuleDetectionKind.Force,
	types: ['node'],
};

/**
 * Type-checks the blocks in one program, each as a module, so that the types of a package are read once.
 * A block that adds to the types of others has a program of its own: no block may pass by another.
 */
export const tsCheck: Check = {
	findProblems(snippets) {
		// Files that are nowhere but in memory; here, so that packages are found as this module finds them.
		const files = new Map(
			snippets.map((snippet, i) => [join(import.meta.dirname, `snippet-${i}.ts`), snippet]),
		);
		const host = makeHost(files);
		const { augmenting = [], plain = [] } = Object.groupBy(files, ([, { text }]) =>
			augments(text) ? 'augmenting' : 'plain',
		);
		return [plain, ...augmenting.map((each) => [each])]
			.filter((each) => each.length > 0)
			.flatMap((each) => checkProgram(new Map(each), host));
	},
};

/** Whether a block says `declare global` or `declare module 'name'`. */
function augments(text: string): boolean {
	const { statements } = ts.createSourceFile('snippet.ts', text, ts.ScriptTarget.ES2024);
	return statements.some(
		(node) =>
			ts.isModuleDeclaration(node) &&
			(ts.isStringLiteral(node.name) || (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0),
	);
}

function checkProgram(files: ReadonlyMap<string, Snippet>, host: ts.CompilerHost): Problem[] {
	const program = ts.createProgram([...files.keys()], options, host);
	return [...files].flatMap(([name, snippet]) => {
		const file = program.getSourceFile(name);
		if (!file) throw new Error(`Unexpected absence of ${name}, expected it in the program`);
		const toProblems = (found: readonly ts.Diagnostic[]): Problem[] =>
			found.map((each) => toProblem(each, snippet));
		const syntactic = program.getSyntacticDiagnostics(file);
		if (syntactic.length > 0) return takeFirst(toProblems(syntactic));
		return toProblems(program.getSemanticDiagnostics(file));
	});
}

/** Returns a host that knows the blocks, and reads the files of packages once for all programs. */
function makeHost(files: ReadonlyMap<string, Snippet>): ts.CompilerHost {
	const host = ts.createCompilerHost(options);
	const read = new Map<string, ts.SourceFile | undefined>();
	return {
		...host,
		getCurrentDirectory: () => import.meta.dirname,
		fileExists: (name) => files.has(name) || host.fileExists(name),
		readFile: (name) => files.get(name)?.text ?? host.readFile(name),
		getSourceFile: (name, settings, ...rest) => {
			const text = files.get(name)?.text;
			if (text !== undefined) return ts.createSourceFile(name, text, settings);
			if (!read.has(name)) read.set(name, host.getSourceFile(name, settings, ...rest));
			return read.get(name);
		},
	};
}
