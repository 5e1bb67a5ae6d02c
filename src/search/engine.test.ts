import assert from 'node:assert/strict';
import test from 'node:test';
import { type Answer, makeEngine } from './engine.ts';
import { makeIndex, makeRecord } from './testing.ts';

const records = [
	makeRecord({
		code: 'SEC-014',
		title: 'Rate-limit authentication endpoints',
		text: 'Every endpoint that checks a credential MUST limit failed attempts.',
		aliases: ['brute force', 'login rate limit', 'authn throttling'],
		symptoms: ['bots hammer the login page', 'stop somebody guessing passwords'],
	}),
	makeRecord({
		code: 'API-009',
		title: 'Paginate every collection',
		text: 'Every collection MUST be returned in pages of a bounded size.',
		aliases: ['pagination', 'cursor'],
		symptoms: ['list endpoint returns fifty thousand rows'],
		topic: 'api',
	}),
	makeRecord({
		code: 'SEC-099',
		title: 'Withdrawn words',
		text: 'Nothing.',
		aliases: ['quokka'],
		isWithdrawn: true,
	}),
	makeRecord({
		kind: 'term',
		code: '',
		url: '/glossary/#timeout',
		title: 'Timeout',
		text: 'A bound on waiting.',
		aliases: ['deadline'],
	}),
];

const engine = makeEngine(makeIndex(records, [['crash', 'die', 'fail']]));
const first = (query: string): string | undefined => engine(query).hits[0]?.record.title;
const isEmpty = ({ hits }: Answer): boolean => hits.length === 0;

test('titles, other names and symptoms find their record', () => {
	assert.equal(first('Rate-limit authentication endpoints'), 'Rate-limit authentication endpoints');
	assert.equal(first('brute force'), 'Rate-limit authentication endpoints');
	assert.equal(first('somebody guesses the passwords'), 'Rate-limit authentication endpoints');
	assert.equal(first('deadline'), 'Timeout');
});

test('joined, hyphenated and split spellings are one', () => {
	for (const query of ['ratelimit', 'rate-limiting', 'rate limits'])
		assert.equal(first(query), 'Rate-limit authentication endpoints', query);
	for (const query of ['time-outs', 'time out', 'timeouts'])
		assert.equal(first(query), 'Timeout', query);
});

test('a word that is half typed is found, and one of which two letters are typed waits', () => {
	assert.equal(first('pagin'), 'Paginate every collection');
	assert.equal(first('brute fo'), 'Rate-limit authentication endpoints');
});

test('a mistyped word is corrected, and that is said', () => {
	const answer = engine('athentication endponts');
	assert.equal(answer.hits[0]?.record.code, 'SEC-014');
	assert.deepEqual(answer.corrections, [
		{ from: 'athentication', to: 'authentication' },
		{ from: 'endponts', to: 'endpoints' },
	]);
	assert.deepEqual(engine('authentication').corrections, []);
});

test('words that mean the same are found', () => {
	assert.equal(first('crashed credential attempts'), 'Rate-limit authentication endpoints');
});

test('a query of which too little is there has no answer, but the nearest topic', () => {
	const answer = engine('pagination of css grids');
	assert.ok(isEmpty(answer));
	assert.deepEqual(answer.topics, ['api']);
	assert.ok(isEmpty(engine('swiftui navigation')));
	assert.deepEqual(engine('swiftui navigation').topics, []);
	assert.ok(isEmpty(engine('')));
	assert.ok(isEmpty(engine('???')));
});

test('what is withdrawn is not found by its words', () => {
	assert.ok(isEmpty(engine('quokka')));
});

test('a hit shows the phrase that says more than its title', () => {
	assert.equal(engine('bots hammer login').hits[0]?.phrase, 'bots hammer the login page');
	assert.equal(engine('timeout').hits[0]?.phrase, '');
	assert.equal(engine('timeout on waiting').hits[0]?.phrase, '');
});

test('long and strange queries are answered', () => {
	assert.doesNotThrow(() => engine('rate '.repeat(200)));
	assert.doesNotThrow(() => engine('(.*) [a-z'.repeat(20)));
	assert.doesNotThrow(() => engine('\u0000 \uD800 \n\t'));
});
