import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { readContent, readTerminology } from '../collections/content.ts';
import { ingest } from '../ingest/index.ts';
import { makeTier } from '../ingest/tie/tie.ts';
import { findSupport } from './facts/find-support.ts';
import { findUnstated } from './facts/find-unstated.ts';
import { parseFacts } from './facts/parse-facts.ts';
import { placeFacts } from './facts/place-facts.ts';

const path = join(import.meta.dirname, '../../../shared/seeds/facts.tsv');
const skip = existsSync(path) ? false : 'the table of facts is not beside the project';

/** Of the facts that are placed, so many at least where a reader of all of them placed them. */
const leastRight = 0.97;

test(
	'each of the 587 facts is stated, and supports a rule or has another place',
	{ skip },
	async (context) => {
		const content = await readContent('');
		const { documents } = ingest(content.files, content.settings);
		const placings = placeFacts(parseFacts(readFileSync(path, 'utf8')), documents);
		assert.equal(placings.length, 587);

		await context.test('all are stated', () => {
			const nowhere = placings.filter(({ spot }) => !spot).map(({ fact }) => fact.id);
			assert.deepEqual(nowhere, []);
		});

		await context.test('at least 97 % stand where they do by hand', (inner) => {
			const expected = readExpected();
			assert.equal(expected.size, 587);
			const wrong = placings.filter(({ fact, spot }) => spot?.address !== expected.get(fact.id));
			const share = 1 - wrong.length / placings.length;
			const ids = wrong.map(({ fact }) => fact.id).join(' ');
			inner.diagnostic(`${(share * 100).toFixed(1)} % are placed right; not: ${ids}`);
			assert.ok(share >= leastRight, ids);
		});

		await context.test('each supports a rule that exists, or has another place', (inner) => {
			const codes = new Set(content.settings.rules.map(({ code }) => code));
			const supports = findSupport(placings, makeTier(content.settings.rules));
			const ruled = supports.filter(({ rules }) => rules.length > 0);
			inner.diagnostic(`${ruled.length} of ${supports.length} facts support rules`);
			assert.deepEqual(
				supports.flatMap(({ rules }) => rules).filter((code) => !codes.has(code)),
				[],
			);
			assert.deepEqual(
				supports.filter(({ rules, elsewhere }) => (rules.length === 0) !== (elsewhere !== '')),
				[],
			);
			// The rest are names, personas, lists of technologies, and lines that lead in a list.
			assert.ok(ruled.length >= 460, `${ruled.length}`);
		});
	},
);

/** Returns where each fact stands by the review by hand. */
function readExpected(): Map<string, string> {
	const file = join(import.meta.dirname, 'facts/expected.tsv');
	const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
	return new Map(
		lines.map((line) => {
			const [id = '', address = ''] = line.split('\t');
			return [id, address];
		}),
	);
}

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

test('the terms of a fact are patterns', () => {
	const [fact] = parseFacts('id\tseed\tline\tterms\nx-1\tseed.txt\t9\tcach(e|ing) | redis\n');
	assert.deepEqual(fact?.terms.map(String), ['/cach(e|ing)/is', '/redis/is']);
});
