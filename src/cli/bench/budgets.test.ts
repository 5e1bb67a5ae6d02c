import assert from 'node:assert/strict';
import test from 'node:test';
import { pageKinds } from '../../../e2e/pages.ts';
import { type Budgets, findDelays, findExcess, findFaults, getLimits } from './budgets.ts';
import { readBudgets } from './pages.ts';
import { tallySent } from './tally.ts';

const sent = [
	{ path: '/rules/sec-014/', bytes: 25_100 },
	{ path: '/a.css', bytes: 9000 },
	{ path: '/a.woff2', bytes: 20_000 },
];

const load = {
	sent,
	blocking: ['/a.css'],
	firstPaint: 1,
	largestPaint: 1,
	layoutShift: 0,
	shifted: [],
	blockedTime: 0,
};

test('each limit that is exceeded is named with what was found', () => {
	const limits = { html: 14, css: 9, withoutFonts: 34, total: 50, requests: 2 };
	assert.deepEqual(findExcess('rule', tallySent(sent), limits), [
		'rule: 25.1 KB of HTML, budget 14.',
		'rule: 34.1 KB of everything but fonts, budget 34.',
		'rule: 54.1 KB of everything, budget 50.',
		'rule: 3 requests, budget 2.',
	]);
});

test('a limit is kept to by the byte', () => {
	const exact = tallySent([{ path: '/', bytes: 24_000 }]);
	const above = tallySent([{ path: '/', bytes: 24_001 }]);
	assert.deepEqual(findExcess('rule', exact, { html: 24 }), []);
	assert.equal(findExcess('rule', above, { html: 24 }).length, 1);
});

test('one stylesheet may block rendering, and nothing else', () => {
	assert.deepEqual(findDelays('rule', load), []);
	for (const blocking of [[], ['/a.js'], ['/a.css', '/b.css']]) {
		assert.equal(findDelays('rule', { ...load, blocking }).length, 1, blocking.join());
	}
	assert.deepEqual(findDelays('rule', { ...load, blocking: ['/a.css', '/a.js'] }), [
		'rule: /a.css, /a.js blocks rendering, expected exactly one stylesheet.',
	]);
});

test('what moves is named once', () => {
	const moving = { ...load, layoutShift: 0.007, shifted: ['p.quiet', 'div.parts', 'p.quiet'] };
	assert.deepEqual(findDelays('rule', moving), [
		'rule: the layout shifts by 0.0070, expected 0: p.quiet, div.parts.',
	]);
});

test('a load is held against the budget of its kind', () => {
	const budgets: Budgets = {
		groups: [
			{ kinds: ['rule'], limits: { html: 14 }, reason: '' },
			{ kinds: ['topic'], limits: { html: 30 }, reason: '' },
		],
	};
	assert.equal(findFaults('rule', load, budgets).length, 1);
	assert.deepEqual(findFaults('topic', load, budgets), []);
});

test('a kind without a budget, or with two, is an error', () => {
	const group = { kinds: ['rule'], limits: {}, reason: '' };
	assert.throws(() => getLimits({ groups: [] }, 'rule'), /“rule”: 0, expected 1/);
	assert.throws(() => getLimits({ groups: [group, group] }, 'rule'), /“rule”: 2, expected 1/);
});

test('every kind of page has limits with a reason, and no limit is for a kind that is gone', () => {
	const budgets = readBudgets();
	for (const kind of Object.keys(pageKinds)) {
		const { withoutFonts, total, js, requests } = getLimits(budgets, kind);
		assert.ok(withoutFonts && total && js && requests, kind);
	}
	const named = budgets.groups.flatMap(({ kinds }) => kinds);
	assert.deepEqual(
		named.filter((kind) => !(kind in pageKinds)),
		[],
	);
	for (const { reason } of budgets.groups) assert.match(reason, /\.$/);
});
