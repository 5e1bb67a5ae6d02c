import { type MessagePort, parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** The files of a database. */
export type Files = Blob;

/**
 * What the thread does: make a database of these files in place of the last one, or of new ones, and answer
 * with them; or run a statement, and answer with its failure or with undefined.
 */
export type SqlRequest = { open: Files | undefined } | { statement: string };

/** Why a statement failed. */
export interface Failure {
	/** SQLSTATE. */
	code: string;
	/** As it is reported. */
	message: string;
	/** Where in the statement, in UTF-16 units from 0. */
	offset: number;
}

// Without a port, as where only the types are of use, there is nothing to serve.
if (parentPort) serve(parentPort);

/** Answers each request; who asks waits for the answer. */
function serve(port: MessagePort): void {
	let database: PGlite | undefined;
	port.on('message', (request: SqlRequest) => {
		void answer(request).then((result) => {
			port.postMessage(result);
		});
	});

	async function answer(request: SqlRequest): Promise<Files | Failure | undefined> {
		if ('statement' in request) return database && runStatement(database, request.statement);
		await database?.close();
		const files = request.open ?? (await makeFiles());
		database = await PGlite.create({ loadDataDir: files });
		return files;
	}
}

/** Returns the files of a database that nobody used; to set it up takes seconds. */
async function makeFiles(): Promise<Files> {
	const first = await PGlite.create();
	const files = await first.dumpDataDir('none');
	await first.close();
	return files;
}

async function runStatement(database: PGlite, statement: string): Promise<Failure | undefined> {
	try {
		await database.exec(statement);
		return undefined;
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		const { code = 'XX000', position } = error as { code?: string; position?: string };
		// PostgreSQL counts characters from 1, JavaScript UTF-16 units from 0.
		const before = Array.from(statement)
			.slice(0, Number(position ?? 1) - 1)
			.join('');
		return { code, message: `${code} ${error.message}`, offset: before.length };
	}
}
