import assert from 'node:assert/strict';
import test from 'node:test';
import { countValues, type FilteredRule, formatState, matches, parseState } from './filter.ts';

const rules: FilteredRule[] = [
	{
		text: 'SEC-014 Rate-limit logins brute force',
		facets: { topic: ['security'], level: ['MUST'] },
	},
	{ text: 'API-012 Rate-limit endpoints', facets: { topic: ['api'], level: ['MUST'] } },
	{ text: 'API-003 Choose the style', facets: { topic: ['api'], level: ['SHOULD'] } },
];
const names = ['topic', 'level'];

function count(query: string): number {
	const state = parseState(query, names);
	return rules.filter((rule) => matches(rule, state)).length;
}

test('values of one facet widen, facets narrow', () => {
	assert.equal(count(''), 3);
	assert.equal(count('?topic=api'), 2);
	assert.equal(count('?topic=api,security'), 3);
	assert.equal(count('?topic=api&level=MUST'), 1);
});

test('every word must be there, whatever its case', () => {
	assert.equal(count('?text=RATE'), 2);
	assert.equal(count('?text=rate%20force'), 1);
});

test('a state survives the URL, and an unknown name does not enter it', () => {
	const state = parseState('?level=MUST&topic=api,security&text=rate%20limit&x=1', names);
	assert.deepEqual(parseState(formatState(state), names), state);
	assert.equal(formatState(state), '?text=rate%20limit&topic=api,security&level=MUST');
	assert.equal(formatState(parseState('', names)), '');
});

test('counts of a facet leave its own choice out', () => {
	const state = parseState('?topic=security&level=MUST', names);
	assert.deepEqual(
		[...countValues(rules, state, 'topic')],
		[
			['security', 1],
			['api', 1],
		],
	);
	assert.deepEqual([...countValues(rules, state, 'level')], [['MUST', 1]]);
});
