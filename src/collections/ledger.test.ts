import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { ingest } from '../ingest/index.ts';
import type { Document } from '../ingest/model.ts';
import { emptyLedger, type Ledger } from '../ledger/model.ts';
import { formatLedger, readLedger, recordStatements, writeLedger } from './ledger.ts';

let folder = '';
before(async () => {
	folder = await mkdtemp(join(tmpdir(), 'plumbline-ledger-'));
});
after(() => rm(folder, { recursive: true, force: true }));

function read(text: string, ledger: Ledger = emptyLedger): Document[] {
	const files = [{ path: 'one.md', bytes: new TextEncoder().encode(text) }];
	return ingest(files, { topics: [], terms: [], rules: [], ledger, isOwn: false }).documents;
}

function anchorOf(documents: Document[], text: string): string | undefined {
	return documents[0]?.statements.find((statement) => statement.text.includes(text))?.anchor;
}

test('what was written is read back', async () => {
	const path = join(folder, 'round.json');
	const ledger = recordStatements(emptyLedger, read('# A\n\n- one thing\n- another thing\n'));
	await writeLedger(path, emptyLedger, ledger);
	assert.deepEqual(await readLedger(path, 'round.json'), { ledger, findings: [] });
});

test('writing twice gives the same bytes', async () => {
	const path = join(folder, 'same.json');
	const documents = read('- one thing\n- another thing\n');
	await writeLedger(path, emptyLedger, recordStatements(emptyLedger, documents));
	const first = await readFile(path, 'utf8');
	const { ledger } = await readLedger(path, 'same.json');
	const again = read('- one thing\n- another thing\n', ledger);
	await writeLedger(path, ledger, recordStatements(ledger, again));
	assert.equal(await readFile(path, 'utf8'), first);
});

test('a slightly reworded statement keeps its anchor by the ledger', () => {
	const before = read('- Rate limit all public endpoints per client\n- Cache reads\n');
	const ledger = recordStatements(emptyLedger, before);
	const after = read(
		'- Cache reads\n- Rate limit all public endpoints by client and route\n',
		ledger,
	);
	assert.equal(anchorOf(after, 'Rate limit'), anchorOf(before, 'Rate limit'));
	assert.equal(anchorOf(after, 'Cache'), anchorOf(before, 'Cache'));
});

test('the anchor of a statement that is gone is kept and never given to another one', () => {
	const before = read('- Rate limit endpoints\n- Cache reads\n');
	const ledger = recordStatements(emptyLedger, before);
	const after = read('- Cache reads\n- Something else entirely, about backups\n', ledger);
	const updated = recordStatements(ledger, after);
	const gone = anchorOf(before, 'Rate limit') ?? '';
	assert.ok(Object.hasOwn(updated.statements.one ?? {}, gone));
	assert.notEqual(anchorOf(after, 'backups'), gone);
});

test('without a file the ledger is empty', async () => {
	const result = await readLedger(join(folder, 'none.json'), 'none.json');
	assert.deepEqual(result, { ledger: emptyLedger, findings: [] });
});

test('a merge conflict in the ledger is named with its line', async () => {
	const path = join(folder, 'conflict.json');
	await writeFile(path, '{\n  "version": 1,\n<<<<<<< ours\n  "statements": {}\n=======\n}\n');
	const { findings } = await readLedger(path, 'ledger.json');
	assert.equal(findings[0]?.code, 'ledger-conflict');
	assert.equal(findings[0].line, 3);
});

test('a ledger that was edited into another shape is refused', async () => {
	const path = join(folder, 'shape.json');
	await writeFile(path, '{"version": 1, "statements": {"one": {"s-a": "text"}}}');
	const { findings, ledger } = await readLedger(path, 'ledger.json');
	assert.equal(findings[0]?.code, 'ledger-invalid');
	assert.equal(findings[0].severity, 'error');
	assert.deepEqual(ledger, emptyLedger);
});

test('a ledger that was edited by hand is named', async () => {
	const path = join(folder, 'edited.json');
	const ledger = recordStatements(emptyLedger, read('- one thing\n'));
	await writeFile(path, formatLedger(ledger).replace('one thing', 'one other thing'));
	const { findings } = await readLedger(path, 'ledger.json');
	assert.deepEqual(
		findings.map(({ code, line }) => ({ code, line })),
		[{ code: 'ledger-edited', line: 3 }],
	);
});

test('a ledger of the first form is read', async () => {
	const path = join(folder, 'old.json');
	const statements = { one: { 's-a': { text: 'A', path: '' } } };
	await writeFile(path, JSON.stringify({ version: 1, statements }));
	const { ledger, findings } = await readLedger(path, 'ledger.json');
	assert.deepEqual(findings, []);
	assert.deepEqual(ledger, { ...emptyLedger, statements });
});

test('writing refuses to lose what was recorded', async () => {
	const path = join(folder, 'lost.json');
	const ledger = recordStatements(emptyLedger, read('- one thing\n'));
	await assert.rejects(writeLedger(path, ledger, emptyLedger), /would lose anchor one#/);
});
