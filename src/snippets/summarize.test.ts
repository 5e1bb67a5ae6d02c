import assert from 'node:assert/strict';
import test from 'node:test';
import { findSnippets } from './find.ts';
import { countChecks, countReasons, summarizeSnippets } from './summarize.ts';
import { makePage } from './testing.ts';

const pages = [
	makePage(
		'a.md',
		['sql run error=42501', 'SELECT 1;'],
		['nginx unchecked="no nginx"', 'x'],
		['json', '1'],
	),
	{ file: 'b.md', body: 'Text.' },
	makePage('c.md', ['json', '2'], ['text', 'x'], ['text', 'y'], ['unknown', 'z']),
];

test('a page is listed with the check and tool of each block, or why there is none', () => {
	const [first, second] = summarizeSnippets(pages);
	assert.deepEqual(first, {
		file: 'a.md',
		snippets: [
			{
				line: 1,
				language: 'sql',
				check: {
					name: 'sql run',
					title: 'Run on a database of its page',
					tool: 'PostgreSQL 18 (PGlite)',
				},
				reason: undefined,
				error: '42501',
			},
			{ line: 5, language: 'nginx', check: undefined, reason: 'no nginx', error: undefined },
			{
				line: 9,
				language: 'json',
				check: { name: 'json', title: 'Parsed', tool: 'JSON.parse' },
				reason: undefined,
				error: undefined,
			},
		],
	});
	assert.equal(second?.file, 'c.md');
});

test('blocks are counted by check and by the reason why there is none', () => {
	const snippets = pages.flatMap(findSnippets);
	assert.deepEqual(
		countChecks(snippets).map(({ name, count }) => [name, count]),
		[
			['sql run', 1],
			['json', 2],
		],
	);
	assert.deepEqual(countReasons(snippets), [
		{ language: 'text', reason: 'plain text', count: 2 },
		{ language: 'nginx', reason: 'no nginx', count: 1 },
	]);
});
