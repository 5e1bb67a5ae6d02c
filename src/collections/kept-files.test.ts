import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { type FileResult, ingest, noAnchors } from '../ingest/index.ts';
import { makeShare, readKept, removeOthers, writeKept } from './kept-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-kept-'));
after(() => {
	rmSync(folder, { recursive: true, force: true });
});

function makeResult(text: string): FileResult {
	const files = [{ path: 'a.md', bytes: new TextEncoder().encode(text) }];
	const settings = { topics: [], terms: [], rules: [], ledger: noAnchors, isOwn: false };
	const result = ingest(files, settings).files.get('a.md');
	assert.ok(result);
	return result;
}

const text = '# A\n\n## “Quoted” → part\n\n- First statement\n- Second statement\n\n[x](gone.md)\n';

test('what is kept of a file says the same as what the file became', () => {
	const result = makeResult(text);
	assert.deepEqual(plain(writeKept(folder, 'same', result)), plain(result));
	assert.deepEqual(plain(readKept(folder, 'same')), plain(result));
	assert.match(readKept(folder, 'same')?.documents[0]?.html ?? '', /“Quoted” → part/);
});

test('HTML is read when it is asked for, so that what is held is small', () => {
	writeKept(folder, 'late', makeResult(text));
	const [document] = readKept(folder, 'late')?.documents ?? [];
	writeFileSync(join(folder, 'late.0.html'), 'written since');
	assert.equal(document?.html, 'written since');
});

test('what is missing, or was cut off, is not there', () => {
	assert.equal(readKept(folder, 'never'), undefined);
	writeKept(folder, 'cut', makeResult(text));
	writeFileSync(join(folder, 'cut.json'), '{"documents":[');
	assert.equal(readKept(folder, 'cut'), undefined);
	writeKept(folder, 'part', makeResult(text));
	unlinkSync(join(folder, 'part.0.html'));
	assert.equal(readKept(folder, 'part'), undefined);
});

test('statements below one heading share its path', () => {
	writeKept(folder, 'shared', makeResult(text));
	const [document] = readKept(folder, 'shared', makeShare())?.documents ?? [];
	const [first, second] = document?.statements ?? [];
	assert.deepEqual(first?.path, ['A', '“Quoted” → part']);
	assert.equal(first.path, second?.path);
});

test('what no file of the run became is removed', () => {
	const other = join(folder, 'other');
	removeOthers(other, new Set());
	for (const name of ['old', 'new']) writeKept(other, name, makeResult(text));
	removeOthers(other, new Set(['new']));
	assert.deepEqual(readdirSync(other).sort(), ['new.0.html', 'new.json']);
});

function plain(result: FileResult | undefined): unknown {
	return JSON.parse(JSON.stringify(result));
}
