import assert from 'node:assert/strict';
import test from 'node:test';
import { getAddress, isCore, isKeepable, isPage } from './files.ts';
import { getSiteAddress, makeCacheNames } from './names.ts';
import { getDetour, getStrategy, isWhole, isWorse, type Strategy } from './strategy.ts';

const scope = 'https://example.org/team/plumbline/';

/** Requests of pages, and what the worker does with them. */
const requests: Record<string, Strategy> = {
	'/team/plumbline/': 'page',
	'/team/plumbline/index.html': 'page',
	'/team/plumbline/rules/iam-002/?rev=2': 'page',
	'/team/plumbline/search/?q=retry#results': 'page',
	'/team/plumbline/rules/iam-002.md': 'page',
	'/team/plumbline/r/SEC-014/': 'page',
	'/team/plumbline/_astro/page.Bd1f.js': 'asset',
	'/team/plumbline/search/index.d8b5066082.json': 'names',
	'/team/plumbline/pagefind/pagefind.js?attempt=1': 'text',
	'/team/plumbline/pagefind/pagefind-entry.json?ts=1': 'text',
	'/team/plumbline/sw.js': 'pass',
	'/team/plumbline/offline.json': 'pass',
	'/team/plumbline/api/v1/rules.json': 'pass',
	'/team/plumbline/pictures/api-001.png': 'pass',
	'/team/other/': 'pass',
	'/team/plumbline': 'pass',
	'https://elsewhere.example/team/plumbline/': 'pass',
};

function getOf(url: string, method = 'GET', hasRange = false): Strategy {
	const address = getSiteAddress(new URL(url, scope).href, scope);
	return getStrategy({ method, address, hasRange });
}

test('each kind of request has its way of being answered', () => {
	const found = Object.keys(requests).map((url) => [url, getOf(url)]);
	assert.deepEqual(Object.fromEntries(found), requests);
});

test('what changes something, or asks for a part of a file, is left to the browser', () => {
	assert.equal(getOf('/team/plumbline/', 'POST'), 'pass');
	assert.equal(getOf('/team/plumbline/', 'HEAD'), 'pass');
	assert.equal(getOf('/team/plumbline/rules/iam-002/', 'GET', true), 'pass');
});

test('a page has one address, whatever its query, fragment or file is called', () => {
	const urls = ['rules/iam-002/', 'rules/iam-002/?rev=2', 'rules/iam-002/index.html#why'];
	const addresses = urls.map((url) => getSiteAddress(`${scope}${url}`, scope));
	assert.deepEqual(addresses, Array(3).fill('rules/iam-002/'));
	assert.equal(getSiteAddress(`${scope}index.html`, scope), '');
	assert.equal(getAddress('rules/iam-002/index.html'), 'rules/iam-002/');
	assert.equal(getAddress('rules/iam-002.md'), 'rules/iam-002.md');
});

test('errors, parts, and answers from another address are not kept', () => {
	const whole = { status: 200, type: 'basic', redirected: false };
	assert.ok(isWhole(whole));
	for (const change of [
		{ status: 404 },
		{ status: 206 },
		{ status: 0, type: 'opaqueredirect' },
		{ type: 'opaque' },
		{ redirected: true },
	])
		assert.ok(!isWhole({ ...whole, ...change }), JSON.stringify(change));
});

test('a kept page replaces a fault of the host, but not its word that there is no page', () => {
	assert.deepEqual([undefined, { status: 503 }, { status: 404 }, { status: 200 }].map(isWorse), [
		true,
		true,
		false,
		false,
	]);
});

test('short links and addresses without their slash lead to the kept page', () => {
	assert.equal(getDetour('r/SEC-014/'), 'rules/sec-014/');
	assert.equal(getDetour('r/SEC-014'), 'rules/sec-014/');
	assert.equal(getDetour('rules/sec-014'), 'rules/sec-014/');
	assert.equal(getDetour('rules/sec-014/'), undefined);
	assert.equal(getDetour('rules/sec-014.md'), undefined);
	assert.equal(getDetour(''), undefined);
});

test('files for programs, robots and hosts are not kept, and neither are compressed copies', () => {
	const files = ['index.html', 'rules/a.md', 'pagefind/wasm.en.pagefind', '_astro/a.css'];
	const others = [
		...[
			'_headers',
			'_redirects',
			'_redirects.map',
			'robots.txt',
			'sitemap-0.xml',
			'.well-known/security.txt',
		],
		...['_astro/a.css.br', 'index.html.gz', 'llms-full.txt', 'pagefind/pagefind-ui.js'],
		...['pagefind/pagefind-modular-ui.css', 'pagefind/wasm.unknown.pagefind', 'r/SEC-014/'],
	];
	assert.deepEqual([...files, ...others].filter(isKeepable), files);
	assert.deepEqual(['_astro/a.css', 'offline/', 'rules/'].filter(isCore), [
		'_astro/a.css',
		'offline/',
	]);
	assert.deepEqual(['', 'rules/', 'rules.md'].filter(isPage), ['', 'rules/']);
});

test('sites on one origin have caches of their own', () => {
	const names = ['/', '/team/', '/team/plumbline/'].map((folder) => makeCacheNames(folder));
	for (const { prefix } of names)
		assert.equal(names.filter(({ site }) => site.startsWith(prefix)).length, 1, prefix);
});
