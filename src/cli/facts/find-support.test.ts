import assert from 'node:assert/strict';
import test from 'node:test';
import type { Document } from '../../ingest/model.ts';
import { ingestTexts } from '../../ingest/testing.ts';
import { makeTier } from '../../ingest/tie/tie.ts';
import { findSupport } from './find-support.ts';
import { parseFacts } from './parse-facts.ts';
import { type Placing, placeFacts } from './place-facts.ts';

function makeRule(code: string, ...terms: string[]): Parameters<typeof makeTier>[0][number] {
	return { code, title: '', topic: 'api', aliases: [], terms, add: [], drop: [] };
}

const tier = makeTier([
	makeRule('API-001', 'rate limit'),
	makeRule('API-002', 'versioned'),
	makeRule('WORK-001', 'list of needs', 'needs'),
]);

/** A document whose statements are tied by the rules above. */
function read(text: string): Document[] {
	const { documents } = ingestTexts({
		'one.md': `---\ndescription: Call it for an API\norigin: seed.txt\n---\n\n${text}\n`,
	});
	return documents.map((document) => ({
		...document,
		statements: document.statements.map((statement) => ({
			...statement,
			ties: tier({ ...statement, address: '' }),
		})),
	}));
}

/** Rules of facts that are given as line, kind, text and terms. */
function support(facts: [number, string, string, string][], documents: Document[]): string[] {
	const rows = facts.map((fact, i) => [`x-${i}`, 'seed.txt', ...fact].join('\t'));
	const table = ['id\tseed\tline\tkind\tfact\tterms', ...rows].join('\n');
	const placings: Placing[] = placeFacts(parseFacts(table), documents);
	return findSupport(placings, tier).map(({ rules, elsewhere }) => rules.join(' ') || elsewhere);
}

test('of a statement with several facts, each supports the rules of its own words', () => {
	const documents = read('- State the rate limit and how the API is versioned');
	const limit: [number, string, string, string] = [1, 'practice', 'A limit is stated.', 'limit'];
	assert.deepEqual(
		support([limit, [1, 'practice', 'An API has versions.', 'version']], documents),
		['API-001', 'API-002'],
	);
	assert.deepEqual(
		support([limit, [1, 'practice', 'The API is of one style.', 'API']], documents),
		['API-001', '/topics/api/'],
	);
	assert.deepEqual(support([limit], documents), ['API-001 API-002']);
});

test('a fact about the role supports no rule by its neighborhood', () => {
	const documents = read('You are a senior who sets a rate limit.');
	const facts: [number, string, string, string][] = [
		[1, 'context', 'The role is senior.', 'senior'],
		[1, 'practice', 'Calls are limited.', 'limit'],
	];
	assert.deepEqual(support(facts, documents), ['/sources/one/', 'API-001']);
});

test('an item without rules has those of the line that leads it in', () => {
	const documents = read('The list of needs:\n\n- Actors');
	assert.deepEqual(support([[1, 'practice', 'Actors are named.', 'actor']], documents), [
		'WORK-001',
	]);
});

test('a heading has the rules of its words, of its opening, of all its items, or of what leads it in', () => {
	const about = (heading: string): [number, string, string, string][] => [
		[1, 'template', `There is a section ${heading}.`, heading],
	];
	assert.deepEqual(support(about('Needs'), read('# Needs\n\n- Actors')), ['WORK-001']);
	assert.deepEqual(support(about('Input'), read('# Input\n\nThe needs:\n\n- Actors')), [
		'WORK-001',
	]);
	assert.deepEqual(
		support(about('Calls'), read('# Calls\n\n- A rate limit, versioned\n- Rate limits by key')),
		['API-001'],
	);
	assert.deepEqual(support(about('Last'), read('# Output\n\nThe needs.\n\n## Last\n\n- Risks')), [
		'WORK-001',
	]);
	assert.deepEqual(support(about('Last'), read('# Last\n\n- Risks\n- Rate limits, versioned')), [
		'API-001 API-002',
	]);
});

test('front matter supports no rule, but for the triggers', () => {
	const documents = read('- Actors');
	assert.deepEqual(
		support(
			[
				[1, 'context', 'It is about an API.', 'API'],
				[1, 'trigger', 'It is called for an API.', 'API'],
			],
			documents,
		),
		['/sources/one/', 'WORK-015'],
	);
});
