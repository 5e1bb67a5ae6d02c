import protobuf from 'protobufjs';
import type { Check, Problem, Snippet } from '../model.ts';

/** Parses Protocol Buffers; every type that is named must be defined. */
export const proto: Check = { findProblems: (snippets) => snippets.flatMap(findProblems) };

function findProblems(snippet: Snippet): Problem[] {
	try {
		const { root, imports = [] } = protobuf.parse(snippet.text, { keepCase: true });
		for (const name of imports) {
			const known = protobuf.common.get(name);
			if (!known) throw new Error(`import "${name}" is not one of Google's well-known types`);
			root.addJSON(known.nested ?? {});
		}
		root.resolveAll();
		return [];
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		const [, message = error.message, line] = /^(.*?) \(line (\d+)\)$/.exec(error.message) ?? [];
		return [{ snippet, line: Number(line ?? findLine(snippet.text, message)), column: 1, message }];
	}
}

/** Line of what a message without a place names; the first one where it names nothing. */
function findLine(text: string, message: string): number {
	const name = /["']([^"']+)["']/.exec(message)?.[1] ?? /(\w+)$/.exec(message)?.[1];
	const index = name ? text.split('\n').findIndex((line) => line.includes(name)) : -1;
	return Math.max(index, 0) + 1;
}
