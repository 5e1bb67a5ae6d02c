import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { z } from 'astro/zod';
import { readEntries } from './read-entries.ts';

const schema = z.strictObject({
	id: z.string(),
	related: z.array(z.string().regex(/^[A-Z]/, 'a code')),
	aliases: z.array(z.string()).default([]),
});

async function read(text: string): ReturnType<typeof readEntries<typeof schema>> {
	const root = mkdtempSync(join(tmpdir(), 'plumbline-entries-'));
	try {
		mkdirSync(join(root, 'notes'));
		writeFileSync(join(root, 'notes/one.md'), text);
		return await readEntries(root, 'notes', schema);
	} finally {
		rmSync(root, { recursive: true });
	}
}

test('a field and a value in it have their lines', async () => {
	const { entries } = await read('---\nid: A\nrelated:\n  - B\n  - C\naliases: [C, D]\n---\n\nB\n');
	const [entry] = entries;
	assert.ok(entry);
	const { lineOf } = entry;
	assert.deepEqual(
		[lineOf('id'), lineOf('related'), lineOf('related', 'C'), lineOf('aliases', 'D')],
		[2, 3, 5, 6],
	);
	assert.deepEqual([lineOf('related', 'D'), lineOf('missing'), lineOf('missing', 'B')], [3, 1, 1]);
});

test('a wrong item of a list is placed at its line, and its front matter is kept', async () => {
	const { entries, findings, unread } = await read(
		'---\nid: A\nrelated:\n  - B\n  - c\naliases: [C]\n---\n',
	);
	assert.equal(entries.length, 0);
	assert.deepEqual(
		findings.map(({ line, message }) => `${line} ${message}`),
		['5 Unexpected “c” in field “related.1”, expected a code.'],
	);
	assert.match(unread[0] ?? '', /^id: A$/m);
});
