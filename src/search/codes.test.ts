import assert from 'node:assert/strict';
import test from 'node:test';
import { findIds, findNearIds, findRule, mayBeId } from './codes.ts';
import type { StandardId } from './model.ts';
import { makeIndex, makeRecord } from './testing.ts';

const index = makeIndex([
	makeRecord({ code: 'SEC-001' }),
	makeRecord({ code: 'SEC-014' }),
	makeRecord({ code: 'SEC-016', isWithdrawn: true }),
	makeRecord({ code: 'SEC-020' }),
	makeRecord({ code: 'API-001', topic: 'api' }),
]);

const ids = [
	'API1:2023',
	'API10:2023',
	'A01:2025',
	'v5.0.0-6.3.1',
	'v5.0.0-6.3.10',
	'RFC 9110',
	'RFC 9110 section 15.5.21',
	'RFC 9457',
	'CWE-639',
	'CWE-6',
].map((id): StandardId => ({
	standard: 'Standard',
	id,
	title: '',
	url: `/standards/#${id}`,
	rules: [],
}));

const find = (query: string): string[] => findIds(query, ids).map(({ id }) => id);

test('a code of a rule is found however it is written', () => {
	for (const query of [
		'SEC-014',
		'sec-014',
		'sec14',
		'sec 014',
		'Sec–14',
		' SEC_014 ',
		'SEC#014',
	]) {
		assert.equal(findRule(query, index)?.record?.code, 'SEC-014', query);
		assert.equal(findRule(query, index)?.rest, '', query);
	}
});

test('a withdrawn rule is found by its code', () => {
	assert.equal(findRule('SEC-016', index)?.record?.code, 'SEC-016');
});

test('an unknown code has the nearest ones in force', () => {
	const answer = findRule('sec 15', index);
	assert.equal(answer?.code, 'SEC-015');
	assert.equal(answer.record, undefined);
	assert.deepEqual(
		answer.nearest.map(({ code }) => code),
		['SEC-014', 'SEC-020', 'SEC-001'],
	);
});

test('a code is found among other words, where it is written in full', () => {
	const answer = findRule('see SEC-014 Rate-limit logins', index);
	assert.equal(answer?.record?.code, 'SEC-014');
	assert.equal(answer.rest, 'see   Rate-limit logins');
	for (const query of ['two sec 14 times', 'utf-8 text', 'sha-256 hash', 'xsec-014y', 'retry 014'])
		assert.equal(findRule(query, index), undefined, query);
});

test('a mistyped prefix is a code only where it is written like one', () => {
	assert.equal(findRule('SEK-014', index)?.nearest[0]?.code, 'SEC-014');
	for (const query of ['sek 14', 'p99', 'http 2', 'oauth2', 'XYZ-014', 'rate limit', 'sec']) {
		assert.equal(findRule(query, index), undefined, query);
	}
});

test('ids of standards are found however they are written', () => {
	for (const [query, id] of [
		['API1:2023', 'API1:2023'],
		['owasp api1', 'API1:2023'],
		['api 10', 'API10:2023'],
		['a01', 'A01:2025'],
		['A1:2025', 'A01:2025'],
		['v5.0.0-6.3.1', 'v5.0.0-6.3.1'],
		['asvs 6.3.1', 'v5.0.0-6.3.1'],
		['RFC9457', 'RFC 9457'],
		['rfc-9457', 'RFC 9457'],
		['cwe639', 'CWE-639'],
	] as const) {
		assert.equal(find(query)[0], id, query);
	}
});

test('an id brings those below it, and none that only begins with its digits', () => {
	assert.deepEqual(find('rfc 9110'), ['RFC 9110', 'RFC 9110 section 15.5.21']);
	assert.deepEqual(find('CWE-6'), ['CWE-6']);
	assert.deepEqual(find('rfc 91'), []);
	assert.deepEqual(find('6.3.1'), ['v5.0.0-6.3.1']);
});

test('an id that is not there is known by its form, and has the nearest', () => {
	const near = (query: string): string[] | undefined =>
		findNearIds(query, ids)?.map(({ id }) => id);
	assert.equal(near('CWE-638')?.[0], 'CWE-639');
	assert.equal(near('rfc 9459')?.[0], 'RFC 9457');
	assert.equal(near('asvs 6.3.9')?.[0], 'v5.0.0-6.3.1');
	assert.equal(near('retry 3'), undefined);
	assert.equal(near('http2'), undefined);
});

test('only a short query with a digit at its end may be an id', () => {
	assert.ok(mayBeId('RFC 9110 section 15.5.21'));
	assert.ok(!mayBeId('list endpoint returns 50k rows'));
	assert.ok(!mayBeId('rate limit'));
});
