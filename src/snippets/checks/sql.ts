import { PGlite } from '@electric-sql/pglite';
import type { Check, Problem, Snippet } from '../model.ts';
import { placeOf } from '../place.ts';
import { splitStatements } from './sql-statements.ts';

/** Runs SQL: a fresh database for each page, its blocks in order, statement by statement as psql does. */
export const sql: Check = {
	async findProblems(snippets) {
		const makeDatabase = await makeDatabases();
		const problems: Problem[] = [];
		for (const page of Map.groupBy(snippets, ({ file }) => file).values()) {
			const database = await makeDatabase();
			problems.push(...(await runPage(database, page)));
			await database.close();
		}
		return problems;
	},
};

/**
 * Returns what makes fresh databases. The first takes seconds to set up; the others start from a copy
 * of its files as they were then, so that nothing of a page is left: no role, no setting, no schema.
 */
async function makeDatabases(): Promise<() => Promise<PGlite>> {
	const first = await PGlite.create();
	const loadDataDir = await first.dumpDataDir('none');
	await first.close();
	return () => PGlite.create({ loadDataDir });
}

/** Runs the blocks until one is wrong: those after it rely on what it would have done. */
async function runPage(database: PGlite, page: Snippet[]): Promise<Problem[]> {
	for (const [i, snippet] of page.entries()) {
		const problem = await runSnippet(database, snippet);
		if (!problem) continue;
		const left = page.length - i - 1;
		const rest = left > 0 ? ` (blocks after it that were not run: ${left})` : '';
		return [{ ...problem, message: `${problem.message}${rest}` }];
	}
	return [];
}

/** Every statement has to succeed, but for one where the block says so: that one has to fail. */
async function runSnippet(database: PGlite, snippet: Snippet): Promise<Problem | undefined> {
	const { text, error: expected } = snippet;
	let hasFailed = false;
	for (const { start, end } of splitStatements(text)) {
		const failure = await runStatement(database, text.slice(start, end));
		if (!failure) continue;
		if (failure.code === expected && !hasFailed) {
			hasFailed = true;
			continue;
		}
		const instead = expected ? `, expected ${expected}${hasFailed ? ' once' : ''}` : '';
		const message = `${failure.code} ${failure.message}${instead}`;
		return { snippet, ...placeOf(text, start + failure.offset), message };
	}
	if (!expected || hasFailed) return undefined;
	return { snippet, line: 1, column: 1, message: `no error, expected ${expected}` };
}

interface Failure {
	code: string;
	message: string;
	/** Where in the statement, in UTF-16 units from 0. */
	offset: number;
}

async function runStatement(database: PGlite, statement: string): Promise<Failure | undefined> {
	try {
		await database.exec(statement);
		return undefined;
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		const { code, position } = error as { code?: string; position?: string };
		// PostgreSQL counts characters from 1, JavaScript UTF-16 units from 0.
		const before = Array.from(statement)
			.slice(0, Number(position ?? 1) - 1)
			.join('');
		return { code: code ?? 'XX000', message: error.message, offset: before.length };
	}
}
