import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { root } from './content.ts';
import { readThesaurus } from './thesaurus.ts';

async function read(text: string | undefined): ReturnType<typeof readThesaurus> {
	const folder = mkdtempSync(join(tmpdir(), 'plumbline-thesaurus-'));
	try {
		mkdirSync(join(folder, 'content'));
		if (text !== undefined) writeFileSync(join(folder, 'content/thesaurus.yml'), text);
		return await readThesaurus(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

test('groups are read as words', async () => {
	const { thesaurus, findings } = await read('# Comment\n- [crash, die]\n- [no, off, 2fa]\n');
	assert.deepEqual(findings, []);
	assert.deepEqual(thesaurus, [
		['crash', 'die'],
		['no', 'off', '2fa'],
	]);
});

test('without a file there are none', async () => {
	assert.deepEqual(await read(undefined), { thesaurus: [], findings: [] });
});

test('a line that is no group is a finding with its place', async () => {
	const { thesaurus, findings } = await read(
		'- [crash, die]\n- [alone]\n- crash\n- [Two words, x]\n',
	);
	assert.deepEqual(thesaurus, []);
	assert.deepEqual(
		findings.map(({ code, line }) => [code, line]),
		[
			['content-invalid', 2],
			['content-invalid', 3],
			['content-invalid', 4],
		],
	);
});

test('the groups of the site are sound', async () => {
	const { thesaurus, findings } = await readThesaurus(root);
	assert.deepEqual(findings, []);
	assert.ok(thesaurus.length > 100);
});
