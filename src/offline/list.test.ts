import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { formatHash, formatList, type OfflineList, parseList } from './list.ts';
import { getEvicted, planKeeping } from './plan.ts';
import { describeProblem, FileDiffersError, formatBytes, formatCount } from './words.ts';

const list: OfflineList = {
	version: '0a97ad375e68',
	transfer: 1234,
	files: Object.fromEntries(
		['', 'offline/', 'rules/', 'rules/a/', '_astro/a.js'].map((address) => [
			address,
			{ hash: `hash of ${address}`, size: 10 },
		]),
	),
};

test('a list is read as it was written', () => {
	assert.deepEqual(parseList(formatList(list)), list);
});

test('what is no list is refused', () => {
	for (const text of ['', 'null', '{}', '{"version":"1","transfer":1}'])
		assert.throws(() => parseList(text), text);
	assert.throws(
		() => parseList('{"version":"1","transfer":1,"files":{"a":["hash"]}}'),
		/entry without hash or size/,
	);
});

test('a hash is the same from a page and from the build, and fits into an address', () => {
	const digest = createHash('sha256').update('plumb').digest();
	const hash = formatHash(digest);
	assert.equal(hash, digest.toString('base64url').slice(0, 16));
	assert.equal(formatHash(new Uint8Array(digest).buffer), hash);
});

test('of a new build a reader keeps what was kept before and what every page needs', () => {
	const kept = ['rules/a/', 'rules/gone/', 'offline/', '_astro/old.js'];
	assert.deepEqual(planKeeping(list, { kept, isWhole: false }), [
		'offline/',
		'_astro/a.js',
		'rules/a/',
	]);
});

test('a reader of the whole site keeps all of a new build, scripts and styles first', () => {
	const addresses = planKeeping(list, { kept: [], isWhole: true });
	assert.deepEqual(addresses.slice(0, 2), ['offline/', '_astro/a.js']);
	assert.deepEqual(addresses.toSorted(), Object.keys(list.files).toSorted());
});

test('the oldest pages make room, and nothing but pages counts', () => {
	const addresses = ['a/', 'b.json', 'b/', 'c/', '_astro/c.js'];
	assert.deepEqual(getEvicted(addresses, 2), ['a/']);
	assert.deepEqual(getEvicted(addresses, 3), []);
});

test('sizes and numbers read as people write them', () => {
	assert.deepEqual([1, 999, 1501, 9_254_819, 35_293_967, 10_737_418_240].map(formatBytes), [
		'1 byte',
		'999 bytes',
		'2 KB',
		'9.3 MB',
		'35 MB',
		'11 GB',
	]);
	assert.equal(formatCount(1, 'page', 'pages'), '1 page');
	assert.equal(formatCount(1337, 'file', 'files'), '1,337 files');
});

test('a problem is told in words that say what to do', () => {
	const full = new DOMException('QuotaExceededError', 'QuotaExceededError');
	assert.match(describeProblem(full), /no more room.*free some space/);
	assert.match(describeProblem(new TypeError('Failed to fetch')), /did not answer/);
	assert.match(
		describeProblem(new FileDiffersError('/rules/')),
		/^\/rules\/ differs from the list/,
	);
	assert.match(describeProblem(new RangeError('odd')), /Something failed: odd/);
});
