import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { checkSite } from './site-links.ts';

test('what a release publishes: pages with their fragments and data, but no machinery', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'plumbline-site-'));
	const write = (name: string, text = ''): void => {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	};
	try {
		write('search/index.html', '<main><h2 id="a-z">A–Z</h2><p id="recent-page"></p></main>');
		write('search/index.0a1b2c3d4e.json');
		write('search/ids.0a1b2c3d4e.json');
		write('pagefind/pagefind-entry.json');
		write('api/v1/rules.json');
		write('opensearch.xml');
		const { urls } = await checkSite(folder);
		assert.deepEqual([...urls.keys()].sort(), [
			'/api/v1/rules.json',
			'/opensearch.xml',
			'/search/',
		]);
		assert.deepEqual([...(urls.get('/search/') ?? [])], ['a-z']);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
