import assert from 'node:assert/strict';
import test from 'node:test';
import type { Document } from '../../ingest/model.ts';
import { ingestTexts } from '../../ingest/testing.ts';
import { parseFacts } from './parse-facts.ts';
import { placeFacts } from './place-facts.ts';

/** Documents of one seed, in the order of their names, with our title and origin. */
function read(...texts: string[]): Document[] {
	const named = texts.map((text, i) => [
		`${i}.md`,
		`---\ntitle: Trade-off architect\ndescription: Call it early\norigin: seed.txt\n---\n\n${text}\n`,
	]);
	return ingestTexts(Object.fromEntries(named) as Record<string, string>).documents;
}

/** Places facts that are given as line, section, text and terms. */
function place(facts: [number, string, string, string][], documents: Document[]): string[] {
	const rows = facts.map((fact, i) => [`x-${i}`, 'seed.txt', ...fact].join('\t'));
	const table = ['id\tseed\tline\tsection\tfact\tterms', ...rows].join('\n');
	return placeFacts(parseFacts(table), documents).map(({ spot }) => spot?.text ?? '');
}

test('a fact goes to the statement that says it, not to the title or to a neighbor', () => {
	const documents = read(
		'# Work\n\n- Cache what is slow\n- Add a trade-off analysis\n- Cache in Redis',
	);
	const found = place(
		[
			[1, 'Work', 'Slow things are cached.', 'cach(e|ing)'],
			[2, 'Work', 'A trade-off analysis is added.', 'trade-off'],
			[3, 'Work', 'Redis is the cache.', 'cach(e|ing)'],
		],
		documents,
	);
	assert.deepEqual(found, ['Cache what is slow', 'Add a trade-off analysis', 'Cache in Redis']);
});

test('what is said twice is told apart by its place', () => {
	const documents = read(
		'# API\n\n- Handle errors\n- Use versions\n\n# Code\n\n- Name things\n- Handle errors',
	);
	const placings = placeFacts(
		parseFacts(
			[
				'id\tseed\tline\tsection\tfact\tterms',
				'x-1\tseed.txt\t1\tAPI\tErrors are handled.\terror',
				'x-2\tseed.txt\t2\tAPI\tVersions are used.\tversion',
				'x-3\tseed.txt\t8\tCode\tErrors are handled.\terror',
			].join('\n'),
		),
		documents,
	);
	assert.deepEqual(
		placings.map(({ spot }) => spot?.statement?.path),
		[['API'], ['API'], ['Code']],
	);
});

test('of a seed with two roles, each fact goes to its own role, whatever the files are called', () => {
	const facts: [number, string, string, string][] = [
		[1, 'First', 'Queues carry work.', 'queue'],
		[2, 'First', 'Services scale.', 'scal'],
		[9, 'Second', 'Services scale.', 'scal'],
		[10, 'Second', 'Keep it simple.', 'simpl'],
	];
	const first = '# First\n\n- Work on queues\n- Services that scale';
	const second = '# Second\n\n- Services that scale\n- Simple things';
	const expected = [
		'Work on queues',
		'Services that scale',
		'Services that scale',
		'Simple things',
	];
	assert.deepEqual(place(facts, read(first, second)), expected);
	assert.deepEqual(place(facts, read(second, first)), expected);
});

test('a fact about front matter, a section or a list goes there', () => {
	const documents = read('# Rules\n\nThese hold:\n\n- Use Go\n- Use SQL\n\n# Notes\n\n- Ask first');
	const found = place(
		[
			[1, 'Frontmatter > description', 'It is called early.', 'early'],
			[3, 'Rules', 'Two rules hold, on Go and on SQL.', 'Go | SQL | hold'],
			[5, 'Rules', 'Go is used.', 'Go'],
			[7, 'Notes', 'There is a section of notes.', 'notes'],
			[9, 'Notes', 'Questions come first.', 'first'],
		],
		documents,
	);
	assert.deepEqual(found, [
		'description: Call it early',
		'These hold:',
		'Use Go',
		'Notes',
		'Ask first',
	]);
});

test('a fact whose terms no document of its seed has is stated nowhere', () => {
	const documents = read('# Work\n\n- Cache in Redis');
	assert.deepEqual(place([[1, 'Work', 'Queues are used.', 'queue']], documents), ['']);
	assert.deepEqual(place([[1, 'Work', 'Caches are used.', 'cache']], []), ['']);
});
