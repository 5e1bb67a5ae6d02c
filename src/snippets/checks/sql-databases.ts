import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Failure, Files, SqlRequest } from './sql-thread.ts';

/** Databases, one after the other. */
export interface Databases {
	/** Puts a database that nobody used in the place of the last one. */
	reset: () => Promise<void>;
	/** Runs a statement on the present one. Returns why it failed, or that it did not end. */
	run: (statement: string) => Promise<Failure | undefined>;
	close: () => Promise<void>;
}

/**
 * Opens databases in a thread of their own. PGlite runs a statement to its end, and heeds no
 * `statement_timeout` meanwhile: to stop a statement that exceeds `limit` (milliseconds), the thread
 * is ended, with the database. Call `reset` before the next statement.
 */
export function openDatabases(limit: number): Databases {
	let thread: Worker | undefined;
	let files: Files | undefined;
	const close = async (): Promise<void> => {
		await thread?.terminate();
		thread = undefined;
	};
	const ask = async (request: SqlRequest, signal?: AbortSignal): Promise<unknown> => {
		thread ??= new Worker(new URL('./sql-thread.ts', import.meta.url));
		const answer = once(thread, 'message', { signal });
		thread.postMessage(request);
		return ((await answer) as unknown[])[0];
	};
	return {
		// The pages start from copies of the same files: nothing of a page is left, no role, no setting.
		reset: async () => {
			files = (await ask({ open: files })) as Files;
		},
		run: async (statement) => {
			const signal = AbortSignal.timeout(limit);
			try {
				return (await ask({ statement }, signal)) as Failure | undefined;
			} catch (error) {
				if (!signal.aborted) throw error;
				await close();
				return { code: 'timeout', message: `no end after ${limit / 1000} s`, offset: 0 };
			}
		},
		close,
	};
}
