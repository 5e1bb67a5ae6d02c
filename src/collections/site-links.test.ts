import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { checkSite } from './site-links.ts';

function makeSite(files: Record<string, string>): string {
	const folder = mkdtempSync(join(tmpdir(), 'plumbline-site-'));
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	return folder;
}

test('what a release publishes: pages with their fragments and data, but no machinery', async () => {
	const folder = makeSite({
		'search/index.html':
			'<header><a id="menu"></a></header><main><h2 id="a-z">A–Z</h2><p id="recent-page"></p></main>',
		'search/index.0a1b2c3d4e.json': '',
		'search/ids.0a1b2c3d4e.json': '',
		'pagefind/pagefind-entry.json': '',
		'api/v1/rules.json': '',
		'opensearch.xml': '',
	});
	try {
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

test('a dead link is reported at the first page that has it, a dead anchor of a page at its own', async () => {
	const folder = makeSite({
		'a/index.html':
			'<main><p id="here"></p><a href="#here">1</a><a href="#nowhere">2</a><a href="/gone/">3</a></main>',
		'b/index.html':
			'<main><p id="x&amp;y"></p><a href="/gone/">4</a><a href="#nowhere">5</a><a href="#x&#38;y">6</a><a href="/a/#here">7</a><a href="/a/#heer">8</a></main>',
	});
	try {
		const { findings, links, pages } = await checkSite(folder);
		const ours = findings.filter(({ file }) => file === '/a/' || file === '/b/');
		assert.deepEqual(
			ours.map(({ code, file, message }) => `${code} ${file} ${/“(.*?)”/.exec(message)?.[1]}`),
			[
				'anchor-missing /a/ /a/#nowhere',
				'document-missing /a/ /gone/',
				'anchor-missing /b/ /a/#heer',
				'anchor-missing /b/ /b/#nowhere',
			],
		);
		assert.equal(links, 8);
		assert.equal(pages, 2);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
