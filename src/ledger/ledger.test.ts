import assert from 'node:assert/strict';
import test from 'node:test';
import type { PlacedRule } from '../rules/check.ts';
import type { Rule } from '../rules/model.ts';
import { makeRule } from '../rules/testing.ts';
import { findLost } from './kept.ts';
import { emptyLedger, type Ledger } from './model.ts';
import { explainVersion, freeze, getChanges } from './release.ts';
import { checkRecorded, getNextCode, recordRules } from './rules.ts';
import { checkRedirects, checkUrls, expandRedirects, getNewUrls } from './urls.ts';

const site = new Map([
	['/', new Set<string>()],
	['/rules/sec-001/', new Set(['why', 'how'])],
]);
const released = freeze(
	recordRules(emptyLedger, [makeRule()]),
	{ version: '1.0.0', date: '2026-11-21' },
	site,
);

function check(ledger: Ledger, ...rules: Rule[]): string[] {
	const placed = rules.map((rule): PlacedRule => ({ rule, body: '', lineOf: () => 1 }));
	return checkRecorded(placed, ledger, 'content/ledger.json').map(({ code }) => code);
}

const reworded = 'Every endpoint MUST check each input.';

test('a rule that is as recorded is fine, before and after its release', () => {
	assert.deepEqual(check(recordRules(emptyLedger, [makeRule()]), makeRule()), []);
	assert.deepEqual(check(released, makeRule({ title: 'Another title for it' })), []);
});

test('before a release a rule changes freely, once it is recorded again', () => {
	const ledger = recordRules(emptyLedger, [makeRule()]);
	const changed = makeRule({ statement: reworded });
	assert.deepEqual(check(ledger, changed), ['ledger-stale']);
	assert.deepEqual(check(recordRules(ledger, [changed]), changed), []);
});

test('after a release another sentence needs a revision and its class', () => {
	assert.deepEqual(check(released, makeRule({ statement: reworded })), ['rule-changed']);
	assert.deepEqual(check(released, makeRule({ statement: reworded, revision: 2 })), [
		'rule-revision',
	]);
	const change = { class: 'wording', note: 'Clearer.' } as const;
	const next = makeRule({ statement: reworded, revision: 2, change });
	assert.deepEqual(check(released, next), ['ledger-stale']);
	assert.deepEqual(check(recordRules(released, [next]), next), []);
});

test('a class of change that the texts contradict is refused', () => {
	const revise = (name: string, more: Partial<Rule> = {}): string[] => {
		const rule = makeRule({
			revision: 2,
			change: { class: name as 'wording', note: 'N.' },
			...more,
		});
		return check(recordRules(released, [rule]), rule);
	};
	assert.deepEqual(revise('example'), []);
	assert.deepEqual(revise('example', { statement: reworded }), ['rule-revision']);
	assert.deepEqual(revise('stricter'), ['rule-revision']);
	assert.deepEqual(revise('level'), ['rule-revision']);
	assert.deepEqual(revise('withdrawn'), ['rule-revision']);
	assert.deepEqual(revise('wording', { level: 'SHOULD', statement: 'It SHOULD check.' }), [
		'rule-revision',
	]);
	assert.deepEqual(revise('wording', { revision: 3 }), ['rule-revision']);
});

test('a published rule cannot vanish, and is withdrawn with a revision', () => {
	assert.deepEqual(check(released), ['rule-missing']);
	const withdrawn = { date: '2026-12-01', reason: 'Gone.', successors: [] };
	assert.deepEqual(check(released, makeRule({ withdrawn })), ['rule-revision']);
	const change = { class: 'withdrawn', note: 'Gone.' } as const;
	const rule = makeRule({ withdrawn, revision: 2, change });
	assert.deepEqual(check(recordRules(released, [rule]), rule), []);
});

test('a withdrawal is recorded with what stands in its place', () => {
	const withdrawn = { date: '2026-12-01', reason: 'Gone.', successors: ['SEC-002'] };
	const change = { class: 'withdrawn', note: 'Gone.' } as const;
	const recorded = recordRules(released, [makeRule({ withdrawn, revision: 2, change })]);
	assert.deepEqual(recorded.rules['SEC-001']?.revisions.at(-1)?.successors, ['SEC-002']);
	assert.equal(released.rules['SEC-001']?.revisions.at(-1)?.successors, undefined);
});

test('a withdrawn code does not come back, with or without a new revision', () => {
	const change = { class: 'withdrawn', note: 'Gone.' } as const;
	const withdrawn = { date: '2026-12-01', reason: 'Gone.', successors: [] };
	const rule = makeRule({ withdrawn, revision: 2, change });
	const next = { version: '1.1.0', date: '2026-12-02' };
	const frozen = freeze(recordRules(released, [rule]), next, site);
	assert.deepEqual(check(frozen, rule), []);
	assert.deepEqual(check(frozen, makeRule({ revision: 2, change })), ['rule-revision']);
	const again = { class: 'new meaning', note: 'Back.' } as const;
	const back = makeRule({ revision: 3, statement: reworded, change: again });
	assert.deepEqual(check(frozen, back), ['rule-revision']);
});

test('a code is never given twice, also where its rule is gone', () => {
	assert.equal(getNextCode('SEC', emptyLedger, []), 'SEC-001');
	assert.equal(getNextCode('SEC', released, []), 'SEC-002');
	assert.equal(getNextCode('SEC', emptyLedger, [{ id: 'SEC-014' }, { id: 'API-020' }]), 'SEC-015');
});

test('a release freezes revisions and records what is new', () => {
	assert.equal(released.rules['SEC-001']?.revisions[0]?.release, '1.0.0');
	assert.deepEqual(released.urls['1.0.0'], { '/': [], '/rules/sec-001/': ['how', 'why'] });
	const grown = new Map([...site, ['/rules/sec-001/', new Set(['why', 'how', 'history'])]]);
	assert.deepEqual(getNewUrls(grown, released), { '/rules/sec-001/': ['history'] });
	assert.deepEqual(getNewUrls(site, released), {});
});

test('the changes of a release say what was and what is', () => {
	assert.deepEqual(
		getChanges(released, '1.0.0').map(({ code, class: name }) => `${code} ${name}`),
		['SEC-001 new'],
	);
	const change = { class: 'stricter', note: 'More.' } as const;
	const next = recordRules(released, [makeRule({ statement: reworded, revision: 2, change })]);
	const [waiting] = getChanges(next, null);
	assert.equal(waiting?.before?.statement, 'Every endpoint MUST check its input.');
	assert.equal(waiting.after.statement, reworded);
});

test('a version follows the last one', () => {
	assert.equal(explainVersion('1.0.1', released), undefined);
	assert.equal(explainVersion('1.10.0', released), undefined);
	assert.match(explainVersion('1.0.0', released) ?? '', /does not follow 1\.0\.0/);
	assert.match(explainVersion('0.9.0', released) ?? '', /does not follow/);
	assert.match(explainVersion('v1', released) ?? '', /not of the form X\.Y\.Z/);
});

function gone(now: Map<string, Set<string>>, redirects: Record<string, string> = {}): string[] {
	return checkUrls(now, released, redirects, 'content/ledger.json').map(({ message }) => message);
}

test('a published page or fragment that is gone is named with its release', () => {
	assert.deepEqual(gone(new Map(site)), []);
	assert.deepEqual(gone(new Map([['/', new Set<string>()]])), [
		'Unexpected end of /rules/sec-001/, which release 1.0.0 published, expected it to resolve.',
	]);
	const without = new Map([...site, ['/rules/sec-001/', new Set(['why'])]]);
	assert.deepEqual(gone(without), [
		'Unexpected end of /rules/sec-001/#how, which release 1.0.0 published, expected it to resolve.',
	]);
});

test('a redirect keeps a page with its fragments, and a fragment', () => {
	const moved = new Map([
		['/', new Set<string>()],
		['/new/', new Set(['why', 'recipe'])],
	]);
	assert.deepEqual(
		gone(moved, { '/rules/sec-001/': '/new/', '/rules/sec-001/#how': '/new/#recipe' }),
		[],
	);
	assert.equal(gone(moved, { '/rules/sec-001/': '/new/' }).length, 1);
});

test('a redirect that leads nowhere, hides a page, or leaves its page is refused', () => {
	const explain = (redirects: Record<string, string>): string[] =>
		checkRedirects(site, redirects, 'content/redirects.yml', (from) => from.length).map(
			({ line, message }) => `${line} ${message}`,
		);
	assert.deepEqual(explain({ '/old/': '/' }), []);
	assert.match(explain({ '/old/': '/none/' })[0] ?? '', /expected a page of the site/);
	assert.match(
		explain({ '/x/': '/', '/': '/rules/sec-001/' })[0] ?? '',
		/^1 .*a page that is gone/,
	);
	assert.match(explain({ '/#a': '/rules/sec-001/#why' })[0] ?? '', /a fragment of \/ that exists/);
	assert.match(explain({ '/x.md': '/' })[0] ?? '', /\(to “\/”\), expected a file/);
});

test('a page that moved takes its Markdown twin with it', () => {
	const grown = new Map([
		...site,
		['/new/', new Set<string>()],
		['/new.md', new Set<string>()],
		['/other.md', new Set<string>()],
	]);
	const expand = (redirects: Record<string, string>): Record<string, string> =>
		expandRedirects(redirects, grown);
	assert.deepEqual(expand({ '/old/': '/new/' }), { '/old/': '/new/', '/old.md': '/new.md' });
	assert.deepEqual(expand({ '/': '/new/' })['/index.md'], '/new.md');
	const explicit = { '/old/': '/new/', '/old.md': '/other.md' };
	assert.deepEqual(expand(explicit), explicit);
	for (const alone of [
		{ '/old/': '/rules/sec-001/' },
		{ '/other/': '/new/' },
		{ '/new/#a': '/new/#b' },
		{ '/old.md': '/new.md' },
	]) {
		assert.deepEqual(expand(alone), alone);
	}
});

test('the published twin of a page that moved counts as there', () => {
	const before = new Map([...site, ['/a/', new Set<string>()], ['/a.md', new Set<string>()]]);
	const ledger = freeze(emptyLedger, { version: '1.0.0', date: '2026-11-21' }, before);
	const now = new Map([...site, ['/b/', new Set<string>()], ['/b.md', new Set<string>()]]);
	const check = (redirects: Record<string, string>): string[] =>
		checkUrls(now, ledger, redirects, 'content/ledger.json').map(({ message }) => message);
	const redirects = { '/a/': '/b/' };
	assert.match(check(redirects).join(), /^Unexpected end of \/a\.md,[^,]*,[^,]*$/);
	assert.deepEqual(check(expandRedirects(redirects, now)), []);
});

test('what a ledger lost is listed', () => {
	assert.deepEqual(findLost(released, released), []);
	assert.deepEqual(findLost(released, { ...released, urls: {} }), ['release 1.0.0']);
	assert.deepEqual(findLost(released, { ...released, rules: {} }), ['code SEC-001']);
	const change = { class: 'wording', note: 'N.' } as const;
	const rewritten = recordRules(emptyLedger, [makeRule({ revision: 2, change })]);
	assert.ok(
		findLost(released, { ...released, rules: rewritten.rules }).includes('revision 1 of SEC-001'),
	);
	const anchors = { ...released, statements: { one: { 's-a': { text: 'A', path: '' } } } };
	assert.deepEqual(findLost(anchors, released), ['anchor one#s-a']);
});
