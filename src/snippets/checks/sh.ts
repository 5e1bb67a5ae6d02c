import { spawnSync } from 'node:child_process';
import type { Check, Problem, Snippet } from '../model.ts';

/** Has the shell parse commands, without running them. */
export const sh: Check = {
	explainMissing: () =>
		spawnSync('sh', ['-c', ':']).error ? 'there is no sh on this machine' : undefined,
	findProblems: (snippets) => snippets.flatMap(findProblems),
};

function findProblems(snippet: Snippet): Problem[] {
	const { status, stderr } = spawnSync('sh', ['-n'], { input: snippet.text, encoding: 'utf8' });
	if (status === 0) return [];
	// "sh: 3: Syntax error: …" by dash, "sh: line 3: syntax error …" by bash.
	const [, line, message] = /^[^:]*: (?:line )?(\d+): (.*)/m.exec(stderr) ?? [];
	return [{ snippet, line: Number(line ?? 1), column: 1, message: message ?? stderr }];
}
