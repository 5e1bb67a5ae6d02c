import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'astro/zod';
import { type Finding, makeFinding } from '../ingest/findings.ts';
import { emptyLedger } from '../ingest/index.ts';
import type { Document, Ledger, RecordedStatements } from '../ingest/model.ts';

const ledgerSchema = z.strictObject({
	version: z.literal(1),
	statements: z.record(
		z.string(),
		z.record(z.string(), z.strictObject({ text: z.string(), path: z.string() })),
	),
});

/** Reads the ledger; without a file it is empty. */
export async function readLedger(
	path: string,
	name: string,
): Promise<{ ledger: Ledger; findings: Finding[] }> {
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch {
		// A folder that was never published has no ledger yet.
		return { ledger: emptyLedger, findings: [] };
	}
	const result = parseLedger(text);
	if (typeof result !== 'string') return { ledger: result, findings: [] };
	const place = { file: name, line: findConflict(text), column: 1 };
	return {
		ledger: emptyLedger,
		findings: [makeFinding('ledger-invalid', place, { reason: result })],
	};
}

/** Returns the ledger that a text holds, or why it is none. */
function parseLedger(text: string): Ledger | string {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (error) {
		return /^(<{7}|={7}|>{7})/m.test(text)
			? 'conflict marks of a merge'
			: error instanceof Error
				? error.message
				: String(error);
	}
	const result = ledgerSchema.safeParse(data);
	return result.success ? result.data : z.prettifyError(result.error).replace(/\s+/g, ' ');
}

function findConflict(text: string): number {
	const index = text.split('\n').findIndex((line) => /^(<{7}|={7}|>{7})/.test(line));
	return Math.max(0, index) + 1;
}

/**
 * Returns the ledger with the statements of all documents in it. An anchor that was recorded stays
 * with its document, also where its statement is gone: it is never given to another one.
 */
export function updateLedger(ledger: Ledger, documents: Document[]): Ledger {
	const statements = { ...ledger.statements };
	for (const document of documents) {
		const recorded: RecordedStatements = { ...statements[document.id] };
		for (const { anchor, text, path } of document.statements) {
			recorded[anchor] = { text, path: path.join(' > ') };
		}
		statements[document.id] = recorded;
	}
	return { version: 1, statements };
}

/** Writes the ledger with sorted keys, one statement a line: a merge touches what changed. */
export async function writeLedger(path: string, ledger: Ledger): Promise<void> {
	const documents = Object.entries(ledger.statements)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([id, recorded]) => {
			const lines = Object.entries(recorded)
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([anchor, value]) => `      ${JSON.stringify(anchor)}: ${JSON.stringify(value)}`);
			return `    ${JSON.stringify(id)}: {\n${lines.join(',\n')}\n    }`;
		});
	const text = `{\n  "version": 1,\n  "statements": {\n${documents.join(',\n')}\n  }\n}\n`;
	await writeFile(path, text);
}
