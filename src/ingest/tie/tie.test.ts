import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { readContent } from '../../collections/content.ts';
import { ingest } from '../index.ts';
import type { Kind, TieRule } from '../model.ts';
import { findStatement, ingestText } from '../testing.ts';
import { makeTier } from './tie.ts';

function make(rule: Partial<TieRule> & { code: string }): TieRule {
	return { title: '', topic: 'api', aliases: [], terms: [], add: [], drop: [], ...rule };
}

function tie(rules: TieRule[], text: string, topic = 'api', kind: Kind = 'practice'): string[] {
	const found = makeTier(rules)({ text, topic, kind, address: 'doc#s-1' });
	return found.map(({ rule }) => rule);
}

test('a term ties wherever it stands, in singular and plural, past and -ing', () => {
	const rules = [make({ code: 'API-001', terms: ['rate limit'] })];
	assert.deepEqual(tie(rules, 'Use rate limiting'), ['API-001']);
	assert.deepEqual(tie(rules, 'Rate-limited endpoints', 'security'), ['API-001']);
	assert.deepEqual(tie(rules, 'The rate is limited'), []);
});

test('words that only share a stem are different words', () => {
	const rules = [make({ code: 'DATA-001', terms: ['integrity'] })];
	assert.deepEqual(tie(rules, 'Integration of systems'), []);
	const plan = [make({ code: 'DB-007', terms: ['EXPLAIN'] })];
	assert.deepEqual(tie(plan, 'Comments explain the column'), []);
	assert.deepEqual(tie(plan, 'Run EXPLAIN on it'), ['DB-007']);
});

test('a longer phrase hides the shorter one inside it', () => {
	const rules = [
		make({ code: 'DATA-009', terms: ['schema'] }),
		make({ code: 'MSG-004', terms: ['event schema'] }),
	];
	assert.deepEqual(tie(rules, 'Definitions of each event schema'), ['MSG-004']);
	assert.deepEqual(tie(rules, 'An event schema and a schema'), ['DATA-009', 'MSG-004']);
});

test('joined phrases are all needed', () => {
	const rules = [make({ code: 'SEC-008', terms: ['secrets + code'] })];
	assert.deepEqual(tie(rules, 'Keep secrets out of the code'), ['SEC-008']);
	assert.deepEqual(tie(rules, 'Keep secrets'), []);
});

test('aliases and titles tie in the topic of the rule alone', () => {
	const rules = [
		make({
			code: 'API-009',
			aliases: ['infinite scroll', 'pages'],
			title: 'Paginate every large collection',
		}),
	];
	assert.deepEqual(tie(rules, 'Offer infinite scroll'), ['API-009']);
	assert.deepEqual(tie(rules, 'Offer infinite scroll', 'caching'), []);
	assert.deepEqual(tie(rules, 'Large collections are paginated'), ['API-009']);
	assert.deepEqual(tie(rules, 'Many pages'), []);
});

test('a person’s word adds and drops', () => {
	const added = [make({ code: 'API-001', add: ['doc#s-1'] })];
	assert.deepEqual(tie(added, 'Anything'), ['API-001']);
	const dropped = [make({ code: 'API-001', terms: ['rate limit'], drop: ['doc#s-1'] })];
	assert.deepEqual(tie(dropped, 'Rate limits'), []);
});

test('a list of names of technologies supports nothing by itself', () => {
	const rules = [make({ code: 'MSG-006', terms: ['message queues'] })];
	assert.deepEqual(tie(rules, 'Message queues: Kafka, SQS', 'messaging', 'technology'), []);
});

test('a comment in a document decides', () => {
	const document = ingestText(
		'# A\n\n- Rate limits everywhere <!-- rules: none -->\n- Something else <!-- rules: SEC-001, API-001 -->\n',
	);
	assert.deepEqual(findStatement(document, 'Rate limits').ties, []);
	assert.deepEqual(
		findStatement(document, 'Something').ties.map(({ rule, how }) => `${rule} ${how}`),
		['SEC-001 override', 'API-001 override'],
	);
});

/*
 * `expected.tsv` is the result of a review by hand: two readers said for each statement of the six
 * documents which rules it supports, and each difference from the computation was decided.
 */
test('ties of the six documents match the review: precision ≥ 0.97, recall ≥ 0.95', async (context) => {
	const content = await readContent('');
	const { documents } = ingest(content.files, content.settings);
	const [, ...lines] = readFileSync(join(import.meta.dirname, 'expected.tsv'), 'utf8')
		.trimEnd()
		.split('\n');
	const expected = new Set(
		lines.flatMap((line) => {
			const [document, anchor, rules = ''] = line.split('\t');
			return rules
				.split(' ')
				.filter(Boolean)
				.map((rule) => `${document}#${anchor} ${rule}`);
		}),
	);
	const found = new Set(
		documents.flatMap(({ id, statements }) =>
			statements.flatMap(({ anchor, ties }) => ties.map(({ rule }) => `${id}#${anchor} ${rule}`)),
		),
	);
	const right = [...found].filter((tie) => expected.has(tie)).length;
	const precision = right / found.size;
	const recall = right / expected.size;
	context.diagnostic(
		`${found.size} ties found, ${expected.size} expected: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
	);
	assert.equal(lines.length, documents.flatMap(({ statements }) => statements).length);
	assert.ok(precision >= 0.97, `precision ${precision}`);
	assert.ok(recall >= 0.95, `recall ${recall}`);
});
