import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { readContent, readTerminology } from '../collections/content.ts';
import { ingest } from '../ingest/index.ts';
import { findUnstated, parseFacts, placeFacts } from './facts/place-facts.ts';

const path = join(import.meta.dirname, '../../../shared/seeds/facts.tsv');
const skip = existsSync(path) ? false : 'the table of facts is not beside the project';

test(
	'each of the 587 facts is stated, and supports a rule or has another place',
	{ skip },
	async (context) => {
		const content = await readContent('');
		const { documents } = ingest(content.files, content.settings);
		const placed = placeFacts(parseFacts(readFileSync(path, 'utf8')), documents);
		const ruled = placed.filter(({ rules }) => rules.length > 0);
		context.diagnostic(`${ruled.length} of ${placed.length} facts support rules`);

		assert.equal(placed.length, 587);
		assert.deepEqual(
			placed.filter(({ place }) => place === '').map(({ id }) => id),
			[],
		);
		assert.deepEqual(
			placed
				.filter(({ rules, elsewhere }) => rules.length === 0 && elsewhere === '')
				.map(({ id }) => id),
			[],
		);
		assert.ok(ruled.length >= 520, `${ruled.length}`);
	},
);

/** Facts about what to use, what to write and how: they have to stand in the guidance itself. */
const guidanceKinds = ['technology', 'template', 'pattern', 'output-format', 'example'];

/** Facts of those kinds that count what a document has, with the reason why no page repeats the count. */
const countsOnly = ['s1-067', 's4-022', 's4-099'];

test(
	'what to use, what to write and how stands outside the sources and the roles',
	{ skip },
	async (context) => {
		const { articles, rules, topics, terms, packs, technologies } = await readTerminology();
		const facts = parseFacts(readFileSync(path, 'utf8'));
		const join = (texts: { body: string; data: object }[]): string =>
			texts.map(({ body, data }) => `${JSON.stringify(data)} ${body}`).join(' ');
		const pages = [
			...articles.filter(({ kind }) => kind !== 'role').map((article) => join([article])),
			...rules.map(({ rule, body }) => join([{ body, data: rule }])),
			...topics.map((topic) => join([topic])),
			...packs.map((pack) => join([pack])),
			// One page each.
			join(terms),
			join(technologies),
		];
		const unstated = findUnstated(facts, pages).map(({ id }) => id);
		context.diagnostic(
			`${facts.length - unstated.length} of ${facts.length} facts are in the guidance`,
		);
		assert.ok(unstated.length <= facts.length * 0.05, unstated.join(' '));
		const wanted = facts.filter(({ kind }) => guidanceKinds.includes(kind)).map(({ id }) => id);
		assert.ok(wanted.length > 100, String(wanted.length));
		assert.deepEqual(
			wanted.filter((id) => unstated.includes(id) && !countsOnly.includes(id)),
			[],
		);
	},
);

test('a fact is stated by a page that has all of its terms, markup or not', () => {
	const facts = parseFacts(
		'id\tseed\tline\tkind\tterms\nx-1\tseed.txt\t9\ttemplate\tcach(e|ing) plan | TTL\n',
	);
	assert.deepEqual(findUnstated(facts, ['A **cache\nplan** names the TTL.']), []);
	assert.equal(findUnstated(facts, ['A cache plan.', 'The TTL.']).length, 1);
});

test('a fact goes to the nearest statement that has all of its terms', () => {
	const [fact] = parseFacts('id\tseed\tline\tterms\nx-1\tseed.txt\t9\tcach(e|ing) | redis\n');
	assert.deepEqual(fact?.terms.map(String), ['/cach(e|ing)/is', '/redis/is']);
});
