import assert from 'node:assert/strict';
import test from 'node:test';
import type { SnippetPage } from '../model.ts';
import { explain, makePage } from '../testing.ts';

/** All pages are run at once: to set up a database takes seconds. */
const pages: Record<string, SnippetPage> = Object.fromEntries(
	[
		makePage(
			'state',
			['sql run', 'CREATE TABLE orders (id int PRIMARY KEY);', 'CREATE ROLE app;'],
			['sql run', 'INSERT INTO orders VALUES (1);', 'SET search_path = pg_catalog;'],
			[
				'sql run',
				'DO $$ BEGIN',
				"ASSERT (SELECT count(*) FROM public.orders) = 1, 'one order';",
				'END $$;',
			],
		),
		makePage('no-state', ['sql run', 'CREATE ROLE app;', '', 'SELECT * FROM', '  orders;']),
		makePage(
			'tenants',
			[
				'sql run',
				'CREATE TABLE orders (tenant int, total int);',
				'INSERT INTO orders VALUES (1, 10), (2, 20);',
				'ALTER TABLE orders ENABLE ROW LEVEL SECURITY;',
				"CREATE POLICY own ON orders USING (tenant = current_setting('app.tenant')::int);",
				'CREATE ROLE app; GRANT SELECT, INSERT ON orders TO app;',
			],
			[
				'sql run',
				"SET ROLE app; SET app.tenant = '2';",
				"DO $$ BEGIN ASSERT (SELECT sum(total) FROM orders) = 20, 'own orders alone'; END $$;",
			],
			['sql run error=42501', 'INSERT INTO orders VALUES (1, 30);'],
			[
				'sql run',
				'RESET ROLE;',
				"DO $$ BEGIN ASSERT (SELECT count(*) FROM orders) = 1, 'the owner sees both'; END $$;",
			],
		),
		makePage(
			'assert',
			['sql run', 'SELECT 1;', '', "DO $$ BEGIN ASSERT false, 'seen'; END $$;"],
			['sql run', 'SELECT 2;'],
		),
		makePage('not-failed', ['sql run error=42501', 'SELECT 1;']),
		makePage('other-error', ['sql run error=42501', 'SELECT 1;', "SELECT 'é' AS 😀, nope;"]),
		makePage('failed-twice', ['sql run error=22012', 'SELECT 1 / 0;', 'SELECT 2 / 0;']),
		makePage(
			'rolled-back',
			['sql run error=22012', 'BEGIN;', 'SELECT 1 / 0;', 'ROLLBACK;'],
			['sql run', 'SELECT 1;'],
		),
		makePage('concurrently', [
			'sql run',
			'CREATE TABLE a (b int);',
			'CREATE INDEX CONCURRENTLY ON a (b);',
			'VACUUM a;',
		]),
		makePage('transaction', [
			'sql run',
			'BEGIN;',
			'CREATE TABLE a (b int);',
			'CREATE INDEX CONCURRENTLY ON a (b);',
		]),
	].map((page) => [page.file, page]),
);
const found = Map.groupBy(await explain(Object.values(pages)), (each) => each.split(':')[0]);

const expected: Record<string, { title: string; findings: string[] }> = {
	state: { title: 'state is kept from block to block', findings: [] },
	'no-state': {
		title: 'a page finds neither tables nor roles nor settings of another one',
		findings: ['no-state:5:3 42P01 relation "orders" does not exist'],
	},
	tenants: {
		title: 'two tenants under row-level security see their own rows alone',
		findings: ['tenants:20:1 P0004 the owner sees both'],
	},
	assert: {
		title: 'an error without a place is reported at its statement, and ends the page',
		findings: ['assert:4:1 P0004 seen (blocks after it that were not run: 1)'],
	},
	'not-failed': {
		title: 'a block that has to fail and does not is reported',
		findings: ['not-failed:2:1 no error'],
	},
	'other-error': {
		title: 'another error than the expected one is reported, at its column',
		findings: ['other-error:3:19 42703 column "nope" does not exist'],
	},
	'failed-twice': {
		title: 'the expected error is expected once',
		findings: ['failed-twice:3:1 22012 division by zero'],
	},
	'rolled-back': { title: 'statements after the expected error are run', findings: [] },
	concurrently: { title: 'each statement is a transaction of its own', findings: [] },
	transaction: {
		title: 'a transaction that the page begins stays open',
		findings: [
			'transaction:4:1 25001 CREATE INDEX CONCURRENTLY cannot run inside a transaction block',
		],
	},
};

test('every page is expected to yield something', () => {
	assert.deepEqual(Object.keys(expected), Object.keys(pages));
});

for (const [name, { title, findings }] of Object.entries(expected)) {
	test(title, () => {
		assert.deepEqual(found.get(name) ?? [], findings);
	});
}

test('a statement without an end is stopped and reported; the next page is run', async () => {
	const endless = [
		makePage(
			'loop',
			['sql run', 'SELECT 1;', 'DO $$ BEGIN LOOP END LOOP; END $$;'],
			['sql run', 'SELECT nope;'],
		),
		makePage('sleep', ['sql run error=57014', 'SELECT pg_sleep(600);']),
		makePage('after', ['sql run', 'SELECT nope;']),
	];
	assert.deepEqual(await explain(endless, { statementLimit: 3000 }), [
		'after:2:8 42703 column "nope" does not exist',
		'loop:3:1 no end after 3 s (blocks after it that were not run: 1)',
		'sleep:2:1 no end after 3 s',
	]);
});
