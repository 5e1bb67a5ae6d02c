import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { checkSearchIndex } from './check-search-index.ts';
import { writeSearchIndex } from './write-search-index.ts';

const site = mkdtempSync(join(tmpdir(), 'plumbline-index-'));
after(() => {
	rmSync(site, { recursive: true, force: true });
});

test('an index of which files are missing is written anew, and whole', async () => {
	writeFileSync(
		join(site, 'index.html'),
		'<html lang="en"><body><main data-pagefind-body><h1>Outbox</h1><p>Events in the same transaction.</p></main></body></html>',
	);
	mkdirSync(join(site, 'pagefind'));
	writeFileSync(join(site, 'pagefind/left-over.pf_meta'), 'x');
	assert.notDeepEqual(await checkSearchIndex(site), []);
	await writeSearchIndex(site);
	assert.deepEqual(await checkSearchIndex(site), []);
});
