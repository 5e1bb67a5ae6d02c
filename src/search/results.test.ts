import assert from 'node:assert/strict';
import test from 'node:test';
import type { Place } from './places.ts';
import { fromPlace, fromRecord, isAnswered, mergeResults, type Result } from './results.ts';
import { makeIndex, makeRecord } from './testing.ts';

const index = makeIndex([
	makeRecord({ code: 'SEC-001', levelName: 'MUST NOT' }),
	makeRecord({ code: 'SEC-002' }),
	makeRecord({ code: 'SEC-003' }),
]);
const [one, two, three] = index.records;

function makePlace(change: Partial<Place>): Place {
	return {
		url: '/sources/one/#s-a',
		page: 'One',
		kind: 'source',
		heading: 'Caching',
		passage: 'Limit the cache.',
		coverage: 1,
		topic: 'API',
		source: 'one',
		...change,
	};
}

const urls = (results: Result[]): string[] => results.map(({ url }) => url);

test('a rule is shown with its level as readers say it, and its facets', () => {
	const result = one && fromRecord(one, index, { phrase: 'brute force' });
	assert.deepEqual(result?.level, { name: 'MUST NOT', value: 'MUST' });
	assert.equal(result.topic, 'Security');
	assert.equal(result.also, 'brute force');
	assert.deepEqual(result.facets.level, ['MUST']);
});

test('a statement has the topic that its page gives it', () => {
	const result = fromPlace(makePlace({}), index);
	assert.equal(result.topic, 'API design');
	assert.deepEqual(result.facets, { kind: ['source'], topic: ['api'], source: ['one'] });
});

test('a section of a rule is that rule, with its heading', () => {
	const place = makePlace({ kind: 'rule', url: '/rules/sec-001/#how', heading: 'How' });
	const result = fromPlace(place, index);
	assert.equal(result.code, 'SEC-001');
	assert.equal(result.heading, 'How');
	assert.equal(result.url, '/rules/sec-001/#how');
});

test('texts stand between the names that answer and those that answer a part', () => {
	const names = [
		one && fromRecord(one, index),
		two && fromRecord(two, index, { focus: 0.6 }),
	].filter((name) => name !== undefined);
	const places = [
		fromPlace(makePlace({}), index),
		fromPlace(makePlace({ url: '/sources/one/#s-b', coverage: 0.8 }), index),
	];
	assert.deepEqual(urls(mergeResults(names, places)), [
		'/rules/sec-001/',
		'/sources/one/#s-a',
		'/rules/sec-002/',
		'/sources/one/#s-b',
	]);
	assert.ok(isAnswered(names));
	assert.ok(!isAnswered(names.slice(1)));
});

test('the guide to the site stands behind what it guides to', () => {
	const names = two ? [fromRecord(two, index, { focus: 0.6 })] : [];
	const place = makePlace({ kind: 'guide', url: '/guide/cite/#a-rule' });
	assert.deepEqual(urls(mergeResults(names, [fromPlace(place, index)])), [
		'/rules/sec-002/',
		'/guide/cite/#a-rule',
	]);
});

test('a page that is there by its name is not there for its text', () => {
	const names = three ? [fromRecord(three, index)] : [];
	const place = makePlace({ kind: 'rule', url: '/rules/sec-003/#why' });
	assert.deepEqual(urls(mergeResults(names, [fromPlace(place, index)])), ['/rules/sec-003/']);
});
