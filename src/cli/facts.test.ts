import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { readContent } from '../collections/content.ts';
import { ingest } from '../ingest/index.ts';
import { parseFacts, placeFacts } from './facts/place-facts.ts';

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

test('a fact goes to the nearest statement that has all of its terms', () => {
	const [fact] = parseFacts('id\tseed\tline\tterms\nx-1\tseed.txt\t9\tcach(e|ing) | redis\n');
	assert.deepEqual(fact?.terms.map(String), ['/cach(e|ing)/is', '/redis/is']);
});
