import assert from 'node:assert/strict';
import test from 'node:test';
import { findPlaces, type PageMatch, type SoughtWord } from './places.ts';
import { stem } from './words.ts';

const page: PageMatch = {
	url: '/sources/one/',
	content: 'Title Security Limit the rate of logins Retries Retry with backoff and a limit',
	meta: { title: 'One', kind: 'source', source: 'one', topics: 'SEC REL' },
	locations: [2, 13],
	anchors: [
		{ id: 'security', element: 'h2', text: 'Security', location: 1 },
		{ id: 's-limit', element: 'li', text: 'Limit the rate of logins', location: 2 },
		{ id: 'retries', element: 'h2', text: 'Retries', location: 7 },
		{ id: 's-retry', element: 'li', text: 'Retry with backoff and a limit', location: 8 },
	],
};

const seek = (...words: string[]): SoughtWord[] =>
	words.map((word) => ({
		weight: 1,
		terms: new Map([
			[word, 1],
			[stem(word), 1],
		]),
	}));

test('a match leads to the nearest anchor before it', () => {
	const urls = findPlaces(page, seek('limit')).map(({ url }) => url);
	assert.deepEqual(urls, ['/sources/one/#s-limit', '/sources/one/#s-retry']);
});

test('a place names its heading, its document and its topic', () => {
	const [first, second] = findPlaces(page, seek('limit'));
	assert.equal(first?.heading, 'Security');
	assert.equal(first.passage, 'Limit the rate of logins');
	assert.equal(first.source, 'one');
	assert.equal(first.topic, 'SEC');
	assert.equal(second?.topic, 'REL');
});

test('words in the heading and in the name of the page count', () => {
	const [first] = findPlaces(page, seek('limit', 'security'));
	assert.equal(first?.url, '/sources/one/#s-limit');
	assert.equal(first.coverage, 1);
});

test('a place without enough of the query is none', () => {
	assert.deepEqual(findPlaces(page, seek('limit', 'zebra')), []);
	assert.deepEqual(findPlaces({ ...page, locations: [] }, seek('limit')), []);
});

test('a match that only begins like the query is none', () => {
	assert.deepEqual(findPlaces(page, seek('limerick')), []);
});

test('a synonym counts less', () => {
	const sought = [{ weight: 1, terms: new Map([['limit', 0.7]]) }];
	assert.deepEqual(findPlaces(page, sought), []);
});

test('a match before every anchor, and the anchor of the title, are the page itself', () => {
	const [before] = findPlaces({ ...page, locations: [0] }, seek('title'));
	assert.equal(before?.url, '/sources/one/');
	const anchors = [{ id: '_top', element: 'h1', text: 'Title', location: 0 }, ...page.anchors];
	const [title] = findPlaces({ ...page, anchors, locations: [0] }, seek('title'));
	assert.equal(title?.url, '/sources/one/');
});
