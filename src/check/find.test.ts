import assert from 'node:assert/strict';
import test from 'node:test';
import { makeFinder } from './find.js';

const find = makeFinder(['SEC', 'API', 'IAM']);

function getCodes(text: string): string[] {
	return find(text).map(({ code }) => code);
}

test('a code is found in prose, code, comments and links, with its column', () => {
	assert.deepEqual(find('see SEC-014.'), [{ code: 'SEC-014', column: 5, revision: undefined }]);
	assert.deepEqual(getCodes('// SEC-014, `API-001`; **IAM-002** _SEC-001_ (SEC-002)'), [
		'SEC-014',
		'API-001',
		'IAM-002',
		'SEC-001',
		'SEC-002',
	]);
	assert.deepEqual(getCodes('[a](/rules/sec-014/) /r/API-001 rules/../r/iam-002.md'), [
		'SEC-014',
		'API-001',
		'IAM-002',
	]);
});

test('a hyphen that a word processor changed is one', () => {
	assert.deepEqual(getCodes('SEC\u2011014 SEC–015'), ['SEC-014', 'SEC-015']);
});

test('what only looks like a code is none', () => {
	const lookalikes = [
		'CVE-2024-001 ISO-8601 RFC-9110 UTF-8 SHA-256 XSEC-014 FOO-SEC-014',
		'SEC-14 SEC-0145 SEC-014a API-001.2 API-001-2 sec-014 Sec-014 SEC 014',
		'sec-014.png .sec-014 {} /rules/security/sec-014',
	];
	assert.deepEqual(lookalikes.flatMap(getCodes), []);
	assert.deepEqual(getCodes('SEC-014-compliant, SEC-014.'), ['SEC-014', 'SEC-014']);
});

test('an address counts only where it is that of a rule', () => {
	assert.deepEqual(getCodes('https://tracker.example/browse/API-123'), []);
	assert.deepEqual(getCodes('[API-001](https://x.example/y/API-123) API-002'), [
		'API-001',
		'API-002',
	]);
	const [linked] = find('at https://x.example/base/rules/sec-014/?rev=2#evidence');
	assert.deepEqual(linked, { code: 'SEC-014', column: 33, revision: 2 });
});

test('the revision of a link is read wherever it stands in the query', () => {
	const getRevision = (text: string) => find(text)[0]?.revision;
	assert.equal(getRevision('/rules/sec-014/?rev=12'), 12);
	assert.equal(getRevision('/r/SEC-014?a=b&amp;rev=3).'), 3);
	assert.equal(getRevision('(https://x.example/rules/sec-014/?rev=2): text'), 2);
	assert.equal(getRevision('/rules/sec-014/?rev=0'), undefined);
	assert.equal(getRevision('/rules/sec-014/?preview=2'), undefined);
	assert.equal(getRevision('/rules/sec-014/#rev=2'), undefined);
});
