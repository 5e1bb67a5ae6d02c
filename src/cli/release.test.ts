import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-release-'));
after(() => {
	rmSync(folder, { recursive: true, force: true });
});

test('the documents of somebody else are not released', () => {
	// An empty folder takes the place of the content: what is not refused at once fails otherwise.
	const env = { ...process.env, CONTENT_ROOT: folder, SOURCES_DIR: '/theirs' };
	const { status, stderr } = spawnSync(
		process.execPath,
		[join(import.meta.dirname, 'release.ts'), '9.0.0'],
		{ encoding: 'utf8', env },
	);
	assert.match(stderr, /^Unexpected SOURCES_DIR=\/theirs, expected the site's own documents: /);
	assert.match(stderr, /nothing was released$/m);
	assert.equal(status, 1);
	assert.deepEqual(readdirSync(folder), []);
});
