import assert from 'node:assert/strict';
import test from 'node:test';
import type { Document, Statement } from '../ingest/model.ts';
import { countSources, groupByAgreement, type Sourced } from './agreement.ts';

function make(id: string, text: string, concept?: string): Sourced {
	const statement: Statement = {
		anchor: `s-${text}`,
		line: 1,
		endLine: 1,
		column: 1,
		text,
		construct: 'item',
		path: [],
		kind: 'practice',
		kindHow: '',
		topic: 'api',
		how: '',
		ties: [],
		...(concept && { concept }),
	};
	const document: Document = {
		id,
		title: id,
		path: `${id}.md`,
		range: [1, 1],
		frontMatter: [],
		headings: [],
		statements: [statement],
		lines: { text: 1, kept: 1, skipped: [] },
		lost: [],
		links: [],
		html: '',
	};
	return { document, statement };
}

test('statements that name one concept are put together, with the number of documents', () => {
	const [first] = groupByAgreement(
		[
			make('a', 'Throttle clients', 'Rate limiting'),
			make('b', 'Rate limits on login', 'Rate limiting'),
			make('b', 'Quotas', 'Rate limiting'),
		],
		['Rate limiting'],
	);
	assert.equal(first?.concept, 'Rate limiting');
	assert.equal(first.members.length, 3);
	assert.equal(first.sources, 2);
});

test('statements without a concept agree where the words that matter are the same', () => {
	const groups = groupByAgreement(
		[
			make('a', 'Implement circuit breakers'),
			make('b', 'Use a circuit breaker'),
			make('c', 'Break circuits early'),
		],
		[],
	);
	assert.deepEqual(
		groups.map(({ members }) => members.length),
		[2, 1],
	);
});

test('the most agreed comes first, then the order of the vocabulary', () => {
	const groups = groupByAgreement(
		[
			make('a', 'x', 'Second'),
			make('a', 'y', 'First'),
			make('a', 'z', 'Third'),
			make('b', 'zz', 'Third'),
		],
		['First', 'Second', 'Third'],
	);
	assert.deepEqual(
		groups.map(({ concept }) => concept),
		['Third', 'First', 'Second'],
	);
});

test('a document counts once, however often it says something', () => {
	assert.equal(countSources([make('a', 'x'), make('a', 'y'), make('b', 'x')]), 2);
});
