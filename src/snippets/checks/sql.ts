import type { Check, Problem, Snippet } from '../model.ts';
import { placeOf } from '../place.ts';
import { type Databases, openDatabases } from './sql-databases.ts';
import { splitStatements } from './sql-statements.ts';

/** Milliseconds for a statement. Examples take a few of them, also on a machine with much to do. */
const statementLimit = 30_000;

/** Runs SQL: a fresh database for each page, its blocks in order, statement by statement as psql does. */
export const sql: Check = {
	async findProblems(snippets, settings) {
		const databases = openDatabases(settings.statementLimit ?? statementLimit);
		const problems: Problem[] = [];
		for (const page of Map.groupBy(snippets, ({ file }) => file).values()) {
			await databases.reset();
			problems.push(...(await runPage(databases, page)));
		}
		await databases.close();
		return problems;
	},
};

/** Runs the blocks until one is wrong: those after it rely on what it would have done. */
async function runPage(databases: Databases, page: Snippet[]): Promise<Problem[]> {
	for (const [i, snippet] of page.entries()) {
		const problem = await runSnippet(databases, snippet);
		if (!problem) continue;
		const left = page.length - i - 1;
		const rest = left > 0 ? ` (blocks after it that were not run: ${left})` : '';
		return [{ ...problem, message: `${problem.message}${rest}` }];
	}
	return [];
}

/** Every statement has to succeed, but for one where the block says so: that one has to fail. */
async function runSnippet(databases: Databases, snippet: Snippet): Promise<Problem | undefined> {
	const { text, error: expected } = snippet;
	let hasFailed = false;
	for (const { start, end } of splitStatements(text)) {
		const failure = await databases.run(text.slice(start, end));
		if (!failure) continue;
		if (failure.code === expected && !hasFailed) {
			hasFailed = true;
			continue;
		}
		const instead = expected ? `, expected ${expected}${hasFailed ? ' once' : ''}` : '';
		const message = `${failure.message}${instead}`;
		return { snippet, ...placeOf(text, start + failure.offset), message };
	}
	if (!expected || hasFailed) return undefined;
	return { snippet, line: 1, column: 1, message: `no error, expected ${expected}` };
}
