import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { readContent } from '../../collections/content.ts';
import { ingest } from '../index.ts';
import type { Kind, TieRule } from '../model.ts';
import { findStatement, ingestText } from '../testing.ts';
import { makeTier, type Tier } from './tie.ts';

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
	assert.deepEqual(tie(rules, 'The rate, in the end, has a limit', 'security'), []);
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

test('words of a phrase tie close together, in any order, in the topic of the rule', () => {
	const rules = [make({ code: 'API-001', terms: ['order processing pipeline'] })];
	assert.deepEqual(tie(rules, 'A pipeline that processes each order'), ['API-001']);
	assert.deepEqual(tie(rules, 'A pipeline that processes each order', 'messaging'), []);
	assert.deepEqual(tie(rules, 'A pipeline, and what else processes orders'), []);
	assert.deepEqual(tie(rules, 'A pipeline that orders'), []);
});

test('words of a phrase that stands there whole tie no other rule', () => {
	const rules = [
		make({ code: 'IAM-001', terms: ['flow for authentication'] }),
		make({ code: 'IAM-013', terms: ['diagram of the authentication flow'] }),
	];
	assert.deepEqual(tie(rules, 'The authentication flow'), ['IAM-001']);
	assert.deepEqual(tie(rules, 'A diagram of the authentication flow'), ['IAM-013']);
});

test('alternatives and joined phrases are not taken apart', () => {
	const rules = [make({ code: 'API-001', terms: ['session or JWT', 'retry + limit'] })];
	assert.deepEqual(tie(rules, 'JWT, or a session'), []);
	assert.deepEqual(tie(rules, 'A session or JWT'), ['API-001']);
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
 * `expected.tsv` is the result of reviews by hand: two readers said for each statement of the six
 * documents which rules it supports, each difference from the computation was decided, and a third
 * judged every row again without regard to the computation. A statement supports a rule if it asks for
 * what the rule makes testable; a name of a technology, a heading that groups, and a word in passing
 * do not.
 */
const content = await readContent('');
const statements = ingest(content.files, content.settings).documents.flatMap(
	({ id, statements: own }) =>
		own.map((statement) => ({
			...statement,
			document: id,
			address: `${id}#${statement.anchor}`,
		})),
);
const expected = new Map(
	readFileSync(join(import.meta.dirname, 'expected.tsv'), 'utf8')
		.trimEnd()
		.split('\n')
		.slice(1)
		.map((line) => {
			const [document = '', anchor = '', rules = ''] = line.split('\t');
			return [`${document}#${anchor}`, rules.split(' ').filter(Boolean)];
		}),
);

/** Precision and recall of ties, written as "address rule", against the review. */
function measure(found: Set<string>): { precision: number; recall: number; text: string } {
	const wanted = [...expected].flatMap(([address, rules]) =>
		rules.map((rule) => `${address} ${rule}`),
	);
	const right = wanted.filter((tie) => found.has(tie)).length;
	const [precision, recall] = [right / found.size, right / wanted.length];
	const text = `${found.size} ties found, ${wanted.length} expected: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
	return { precision, recall, text };
}

function findTies(tier: Tier, among: typeof statements): string[] {
	return among.flatMap((statement) =>
		tier(statement).map(({ rule }) => `${statement.address} ${rule}`),
	);
}

/** The rules without a person's word. */
const bareRules = content.settings.rules.map((rule) => ({ ...rule, add: [], drop: [] }));

test('the review speaks of each statement, and of rules that exist', () => {
	const addresses = statements.map(({ address }) => address);
	assert.deepEqual([...expected.keys()].sort(), addresses.sort());
	const codes = new Set(bareRules.map(({ code }) => code));
	assert.deepEqual(
		[...expected.values()].flat().filter((code) => !codes.has(code)),
		[],
	);
});

test('ties of the six documents match the review: precision ≥ 0.97, recall ≥ 0.95', (context) => {
	const found = statements.flatMap(({ address, ties }) =>
		ties.map(({ rule }) => `${address} ${rule}`),
	);
	const { precision, recall, text } = measure(new Set(found));
	context.diagnostic(text);
	assert.ok(precision >= 0.97, `precision ${precision}`);
	assert.ok(recall >= 0.95, `recall ${recall}`);
});

test('without a person’s word the ties hold: precision ≥ 0.94, recall ≥ 0.94', (context) => {
	const { precision, recall, text } = measure(new Set(findTies(makeTier(bareRules), statements)));
	context.diagnostic(text);
	assert.ok(precision >= 0.94, `precision ${precision}`);
	assert.ok(recall >= 0.94, `recall ${recall}`);
});

/*
 * Terms were written with the six documents at hand. What a new document can hope for shows where each
 * document is tied without the terms that only its own statements hold.
 */
test('a document that the terms do not know is tied: precision ≥ 0.88, recall ≥ 0.6', (context) => {
	const heldBy = new Map(
		bareRules.flatMap((rule) =>
			rule.terms.map((term) => {
				const tier = makeTier([{ ...rule, title: '', aliases: [], terms: [term] }]);
				const holding = statements.filter((statement) => tier(statement).length > 0);
				return [`${rule.code} ${term}`, new Set(holding.map(({ document }) => document))];
			}),
		),
	);
	const documents = [...new Set(statements.map(({ document }) => document))];
	const found = documents.flatMap((document) => {
		const rules = bareRules.map((rule) => ({
			...rule,
			terms: rule.terms.filter((term) => {
				const holding = heldBy.get(`${rule.code} ${term}`);
				return !(holding?.size === 1 && holding.has(document));
			}),
		}));
		return findTies(
			makeTier(rules),
			statements.filter((statement) => statement.document === document),
		);
	});
	const { precision, recall, text } = measure(new Set(found));
	context.diagnostic(text);
	assert.ok(precision >= 0.88, `precision ${precision}`);
	assert.ok(recall >= 0.6, `recall ${recall}`);
});
