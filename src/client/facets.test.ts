import assert from 'node:assert/strict';
import test from 'node:test';
import { countValues, formatChoice, hasChosen, parseChoice } from './facets.ts';

const items = [
	{ facets: { topic: ['security'], level: ['MUST'] } },
	{ facets: { topic: ['api'], level: ['MUST'] } },
	{ facets: { topic: ['api'], level: ['SHOULD'] } },
];
const names = ['topic', 'level'];

function count(query: string): number {
	const chosen = parseChoice(query, names);
	return items.filter(({ facets }) => hasChosen(facets, chosen)).length;
}

test('values of one facet widen, facets narrow', () => {
	assert.equal(count(''), 3);
	assert.equal(count('?topic=api'), 2);
	assert.equal(count('?topic=api,security'), 3);
	assert.equal(count('?topic=api&topic=security'), 3);
	assert.equal(count('?topic=api&level=MUST'), 1);
});

test('a choice survives the URL, and an unknown name does not enter it', () => {
	const chosen = parseChoice('?level=MUST&topic=api,security&x=1', names);
	const query = formatChoice('text', ' rate limit ', chosen);
	assert.equal(query, '?text=rate%20limit&topic=api,security&level=MUST');
	assert.deepEqual(parseChoice(query, names), chosen);
	assert.equal(formatChoice('text', '', parseChoice('', names)), '');
});

test('counts of a facet leave its own choice out', () => {
	const chosen = parseChoice('?topic=security&level=MUST', names);
	assert.deepEqual(
		[...countValues(items, chosen, 'topic')],
		[
			['security', 1],
			['api', 1],
		],
	);
	assert.deepEqual([...countValues(items, chosen, 'level')], [['MUST', 1]]);
});
