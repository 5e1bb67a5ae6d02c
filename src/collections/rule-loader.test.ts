import assert from 'node:assert/strict';
import test from 'node:test';
import { makeRuleLinker } from '../ingest/render/rules.ts';
import { makeTermLinker } from '../ingest/render/terms.ts';
import { emptyLedger } from '../ledger/model.ts';
import { recordRules } from '../ledger/rules.ts';
import { standardNames } from '../rules/model.ts';
import { makeStandards } from '../rules/standards.ts';
import { makeRule } from '../rules/testing.ts';
import { renderInline } from './entry-loader.ts';
import { renderRule } from './rule-loader.ts';

const linkers = {
	linkRules: makeRuleLinker([{ code: 'SEC-002', title: 'Another rule' }]),
	linkTerms: makeTermLinker([{ slug: 'tenant', names: ['tenant'] }])(),
};
const link =
	'<a href="/rules/sec-002/" class="rule-link">SEC-002<span class="rule-title"> Another rule</span></a>';
const standards = makeStandards(
	Object.fromEntries(standardNames.map((name) => [name, 'id\ttitle\n'])) as Parameters<
		typeof makeStandards
	>[0],
);

test('the sentences of the front matter link rules, and leave the terms to the parts', () => {
	const change = { class: 'withdrawn', note: 'Moved to [SEC-002].' } as const;
	const rule = makeRule({
		parts: { why: 'A tenant.' },
		revision: 2,
		change,
		disagreement: { note: 'See [SEC-002].', question: 'Is it `[SEC-002]` of a tenant?' },
		withdrawn: { date: '2026-12-01', reason: 'In [SEC-002].', successors: [] },
	});
	const { revisions = [] } = recordRules(emptyLedger, [rule]).rules[rule.id] ?? {};
	const rendered = renderRule({ rule, body: '' }, revisions, standards, linkers);
	assert.deepEqual(rendered.disagreementHtml, {
		note: `See ${link}.`,
		question: 'Is it <code>[SEC-002]</code> of a tenant?',
	});
	assert.equal(rendered.withdrawnHtml, `In ${link}.`);
	assert.deepEqual(rendered.notesHtml, { 2: `Moved to ${link}.` });
	assert.match(rendered.html.why ?? '', /class="term">tenant</);
});

test('a rule without these sentences has none as HTML', () => {
	const rendered = renderRule({ rule: makeRule(), body: '' }, [], standards, linkers);
	assert.equal(rendered.disagreementHtml, undefined);
	assert.equal(rendered.withdrawnHtml, undefined);
	assert.deepEqual(rendered.notesHtml, {});
});

test('a single paragraph stands within a line; several stay paragraphs, and HTML stays text', () => {
	const render = (text: string): string => renderInline(text, 'a.md', linkers);
	assert.equal(render('\n\nIn *one* line.\n'), 'In <em>one</em> line.');
	assert.equal(render('One.\n\nTwo.'), '<p>One.</p>\n<p>Two.</p>');
	assert.equal(render('A <b>.'), 'A &#x3C;b>.');
});
