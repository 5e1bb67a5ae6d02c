import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { checkSearchIndex } from './check-search-index.ts';

const site = mkdtempSync(join(tmpdir(), 'plumbline-index-'));
after(() => {
	rmSync(site, { recursive: true, force: true });
});

function write(name: string, text: string): void {
	mkdirSync(join(site, 'pagefind'), { recursive: true });
	writeFileSync(join(site, 'pagefind', name), text);
}

test('a search index is whole with its entry, engine, metadata and program', async () => {
	assert.deepEqual(await checkSearchIndex(site), [
		'pagefind/pagefind-entry.json is missing or no JSON',
	]);
	const en = { hash: 'en_1', wasm: 'en', page_count: 0 };
	write('pagefind-entry.json', JSON.stringify({ languages: { en } }));
	assert.deepEqual(await checkSearchIndex(site), ['The index has no page']);
	write('pagefind-entry.json', JSON.stringify({ languages: { en: { ...en, page_count: 1 } } }));
	for (const name of ['pagefind.js', 'pagefind-worker.js', 'wasm.en.pagefind']) write(name, 'x');
	write('pagefind.en_1.pf_meta', '');
	assert.deepEqual(await checkSearchIndex(site), [
		'pagefind/pagefind.en_1.pf_meta is missing or empty',
		'0 of 1 pages are in it',
	]);
	mkdirSync(join(site, 'pagefind/fragment'));
	write('fragment/en_1.pf_fragment', 'x');
	write('pagefind.en_1.pf_meta', 'x');
	assert.deepEqual(await checkSearchIndex(site), []);
});
