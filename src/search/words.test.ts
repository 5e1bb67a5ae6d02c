import assert from 'node:assert/strict';
import test from 'node:test';
import { getDistance, normalizeLines, splitContent, splitWords, stem, toNameKey } from './words.ts';

const key = (name: string): string => toNameKey(splitWords(name));

test('words are folded, and apostrophes are no letters', () => {
	assert.deepEqual(splitWords("Users see other customers' data"), [
		'users',
		'see',
		'other',
		'customers',
		'data',
	]);
	assert.deepEqual(splitWords('Don’t résumé the “queue”'), ['dont', 'resume', 'the', 'queue']);
});

test('a single letter or digit is one word with its neighbor across a sign', () => {
	assert.deepEqual(splitWords('N+1 queries, C/S, OAuth 2.0'), [
		'n1',
		'queries',
		'cs',
		'oauth',
		'20',
	]);
	assert.deepEqual(splitWords('rate-limiting of node.js'), [
		'rate',
		'limiting',
		'of',
		'node',
		'js',
	]);
});

test('lines stay lines, whatever letters they have', () => {
	assert.equal(normalizeLines(['A – b', '', '(Größe!)', 'x']), 'a b\n\ngroße\nx');
});

test('function words say nothing, but a query of nothing else is taken as it is', () => {
	assert.deepEqual(splitContent('should we write our own login'), ['write', 'login']);
	assert.deepEqual(splitContent('what is it'), ['what', 'is', 'it']);
});

test('forms of a word and both spellings have one stem', () => {
	for (const group of [
		['retry', 'retries', 'retrying', 'retried'],
		['normalize', 'normalise', 'normalised', 'normalizing'],
		['authorization', 'authorisation'],
		['behavior', 'behaviour'],
		['cancel', 'cancelled', 'canceled'],
	]) {
		assert.equal(new Set(group.map(stem)).size, 1, group.join(', '));
	}
});

test('spellings of a name have one key', () => {
	assert.equal(key('Rate-limiting'), key('rate limits'));
	assert.equal(key('ratelimit'), key('the rate limit'));
	assert.notEqual(key('rate limit'), key('rate'));
});

test('a swap of neighbors is one edit', () => {
	assert.equal(getDistance('oauht', 'oauth'), 1);
	assert.equal(getDistance('monogdb', 'mongodb'), 1);
	assert.equal(getDistance('priviledge', 'privilege'), 1);
	assert.equal(getDistance('authentification', 'authentication'), 2);
	assert.equal(getDistance('', 'abc'), 3);
	assert.equal(getDistance('same', 'same'), 0);
});
