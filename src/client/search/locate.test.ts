import assert from 'node:assert/strict';
import test from 'node:test';
import { locateMatches, type PageMatch } from './locate.ts';

const page: PageMatch = {
	url: '/sources/one/',
	content: 'Title Security Limit the rate of logins Retries Retry with backoff and a limit',
	meta: { title: 'One', kind: 'source' },
	locations: [2, 13],
	anchors: [
		{ id: 'security', element: 'h2', text: 'Security', location: 1 },
		{ id: 's-limit', element: 'li', text: 'Limit the rate of logins', location: 2 },
		{ id: 'retries', element: 'h2', text: 'Retries', location: 7 },
		{ id: 's-retry', element: 'li', text: 'Retry with backoff and a limit', location: 8 },
	],
};

test('a match leads to the nearest anchor before it', () => {
	const urls = locateMatches(page, 'limit').map(({ url }) => url);
	assert.deepEqual(urls, ['/sources/one/#s-limit', '/sources/one/#s-retry']);
});

test('a place names the heading above it and marks the words', () => {
	const [first] = locateMatches(page, 'limit');
	assert.equal(first?.heading, 'Security');
	assert.equal(first.kind, 'source');
	assert.deepEqual(
		first.words.filter(({ isMatch }) => isMatch),
		[{ text: 'Limit', isMatch: true }],
	);
	assert.equal(first.words.map(({ text }) => text).join(' '), 'Limit the rate of logins');
});

test('a place with more of the query comes first', () => {
	const [first] = locateMatches({ ...page, locations: [2, 8, 13] }, 'retry limit');
	assert.equal(first?.url, '/sources/one/#s-retry');
});

test('a match before every anchor is the page itself', () => {
	const [first] = locateMatches({ ...page, locations: [0] }, 'title');
	assert.equal(first?.url, '/sources/one/');
	assert.equal(first.heading, '');
});

test('the anchor of the title is the page itself', () => {
	const anchors = [{ id: '_top', element: 'h1', text: 'Title', location: 0 }, ...page.anchors];
	const [first] = locateMatches({ ...page, anchors, locations: [0] }, 'title');
	assert.equal(first?.url, '/sources/one/');
});

test('a page without a match has no place', () => {
	assert.deepEqual(locateMatches({ ...page, locations: [] }, 'limit'), []);
});

test('a match that only begins like the query is none', () => {
	assert.deepEqual(locateMatches(page, 'lqxzvbk'), []);
	assert.equal(locateMatches(page, 'limiting').length, 2);
});
