import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'astro/zod';
import type { FindingCode } from '../ingest/finding-kinds.ts';
import { type Finding, makeFinding } from '../ingest/findings.ts';
import type { Document, RecordedStatements } from '../ingest/model.ts';
import { findLost } from '../ledger/kept.ts';
import { emptyLedger, type Ledger } from '../ledger/model.ts';
import { changeClasses, levels, ruleKinds } from '../rules/model.ts';

const statementsSchema = z.record(
	z.string(),
	z.record(z.string(), z.strictObject({ text: z.string(), path: z.string() })),
);

const revisionSchema = z.strictObject({
	revision: z.number().int().positive(),
	title: z.string(),
	statement: z.string(),
	level: z.enum(levels),
	kind: z.enum(ruleKinds),
	change: z.strictObject({ class: z.enum(changeClasses), note: z.string() }).optional(),
	successors: z.array(z.string()).optional(),
	release: z.string().nullable(),
});

const ledgerSchema = z.strictObject({
	version: z.literal(2),
	seal: z.string(),
	releases: z.array(z.strictObject({ version: z.string(), date: z.iso.date() })),
	rules: z.record(
		z.string(),
		z.strictObject({ topic: z.string(), revisions: z.array(revisionSchema).min(1) }),
	),
	urls: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
	statements: statementsSchema,
});

/** Folders of documents may hold a ledger of the first form, which kept anchors alone. */
const oldSchema = z.strictObject({ version: z.literal(1), statements: statementsSchema });

/**
 * Reads the ledger; without a file it is empty. A ledger with marks of a merge, with an edit by hand,
 * or that is none, is a finding, and then empty.
 */
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
	return parseLedger(text.replaceAll('\r\n', '\n'), name);
}

function parseLedger(text: string, name: string): { ledger: Ledger; findings: Finding[] } {
	const fail = (
		code: FindingCode,
		line = 1,
		args: Record<string, string> = {},
	): { ledger: Ledger; findings: Finding[] } => ({
		ledger: emptyLedger,
		findings: [makeFinding(code, { file: name, line, column: 1 }, args)],
	});
	const conflict = text.split('\n').findIndex((line) => /^(<{7}|={7}|>{7})/.test(line));
	if (conflict >= 0) return fail('ledger-conflict', conflict + 1);
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (error) {
		return fail('ledger-invalid', 1, {
			reason: error instanceof Error ? error.message : String(error),
		});
	}
	const old = oldSchema.safeParse(data);
	if (old.success) {
		return { ledger: { ...emptyLedger, statements: old.data.statements }, findings: [] };
	}
	const result = ledgerSchema.safeParse(data);
	if (!result.success) {
		const reason = z.prettifyError(result.error).replace(/\s+/g, ' ');
		return fail('ledger-invalid', 1, { reason });
	}
	const { seal, ...ledger } = result.data;
	if (seal !== makeSeal(text)) return fail('ledger-edited', findLine(text, sealLine));
	return { ledger: ledger as Ledger, findings: [] };
}

const sealLine = /^ {2}"seal": ".*",$/m;

/** Digest of the file without its seal: whoever edits the file by hand leaves a trace. */
function makeSeal(text: string): string {
	return createHash('sha256').update(text.replace(sealLine, '')).digest('base64url').slice(0, 22);
}

function findLine(text: string, pattern: RegExp): number {
	const index = text.search(pattern);
	return index < 0 ? 1 : text.slice(0, index).split('\n').length;
}

/**
 * Returns the ledger with the statements of all documents in it. An anchor that was recorded stays
 * with its document, also where its statement is gone: it is never given to another one.
 */
export function recordStatements(ledger: Ledger, documents: Document[]): Ledger {
	const statements = { ...ledger.statements };
	for (const document of documents) {
		const recorded: RecordedStatements = { ...statements[document.id] };
		for (const { anchor, text, path } of document.statements) {
			recorded[anchor] = { text, path: path.join(' > ') };
		}
		statements[document.id] = recorded;
	}
	return { ...ledger, statements };
}

/**
 * Writes the ledger with sorted keys, one entry a line: a merge touches what changed. Fails, and
 * writes nothing, if the new ledger lacks anything that the old one has.
 */
export async function writeLedger(path: string, before: Ledger, after: Ledger): Promise<void> {
	const lost = findLost(before, after);
	if (lost.length > 0) throw new Error(`The ledger would lose ${lost.slice(0, 5).join(', ')}`);
	await writeFile(path, formatLedger(after));
}

/** Returns the ledger's text, sealed. */
export function formatLedger(ledger: Ledger): string {
	const text = [
		'{',
		'  "version": 2,',
		'  "seal": "",',
		`  "releases": ${formatList(ledger.releases)},`,
		`  "rules": ${formatMap(ledger.rules, 2)},`,
		`  "urls": ${formatMaps(ledger.urls)},`,
		`  "statements": ${formatMaps(ledger.statements)}`,
		'}',
		'',
	].join('\n');
	return text.replace(sealLine, `  "seal": "${makeSeal(text)}",`);
}

function formatList(values: unknown[]): string {
	return values.length === 0
		? '[]'
		: `[\n${values.map((value) => `    ${JSON.stringify(value)}`).join(',\n')}\n  ]`;
}

/** One entry a line, in the order of the keys. */
function formatMap(map: Record<string, unknown>, depth: number): string {
	const indent = '  '.repeat(depth);
	const lines = Object.entries(map)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, value]) => `${indent}${JSON.stringify(key)}: ${JSON.stringify(value)}`);
	return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${'  '.repeat(depth - 1)}}`;
}

function formatMaps(maps: Record<string, Record<string, unknown>>): string {
	const blocks = Object.entries(maps)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, map]) => `    ${JSON.stringify(key)}: ${formatMap(map, 3)}`);
	return blocks.length === 0 ? '{}' : `{\n${blocks.join(',\n')}\n  }`;
}
