import assert from 'node:assert/strict';
import test from 'node:test';
import type { Rule } from './model.ts';
import { checkPack, type Pack, packParts } from './packs.ts';
import { isSelected, selectRules } from './select.ts';
import { makeRule } from './testing.ts';

const withdrawn = { date: '2026-11-21', reason: 'Merged.', successors: ['SEC-001'] };
const rules: Rule[] = [
	makeRule({ id: 'SEC-001', level: 'SHOULD', damage: 'outage', technologies: ['redis'] }),
	makeRule({ id: 'SEC-002', damage: 'rework', tags: ['login', 'cache'] }),
	makeRule({ id: 'SEC-003', withdrawn }),
	makeRule({ id: 'API-001', topic: 'api', damage: 'outage' }),
];
const context = {
	rules: new Map(rules.map((rule) => [rule.id, rule])),
	topics: ['security', 'api'],
	technologies: ['redis'],
};
const body = packParts.map((part) => `## ${part}\n\nText.\n`).join('\n');

function check(select: Pack['select'], text = body): string[] {
	const data: Pack = { title: 'Pack', aliases: [], order: 1, summary: 'For a test.', select };
	return checkPack({ data, file: 'content/packs/a.md', lineOf: () => 5, body: text }, context).map(
		({ code, message, line }) => `${line} ${code}: ${message}`,
	);
}

test('a selector narrows by each field, and several selectors widen', () => {
	const codes = (select: Pack['select']): string[] =>
		selectRules(rules, select).map(({ id }) => id);
	assert.deepEqual(codes([{ topics: ['security'], tags: ['login'] }]), ['SEC-002']);
	assert.deepEqual(codes([{ tags: ['login'] }, { technologies: ['redis'] }]), [
		'SEC-001',
		'SEC-002',
	]);
	assert.equal(isSelected(makeRule({ level: 'MAY' }), { levels: ['MUST'] }), false);
	assert.equal(isSelected(makeRule(), { levels: [] }), true);
	assert.deepEqual(codes([]), []);
});

test('the worst damage comes first, then the strongest level, then the code', () => {
	const ordered = selectRules(rules, [{}]).map(({ id }) => id);
	assert.deepEqual(ordered, ['SEC-003', 'API-001', 'SEC-001', 'SEC-002']);
});

test('a pack that is right has no finding', () => {
	assert.deepEqual(check([{ codes: ['SEC-001'] }, { topics: ['api'] }]), []);
});

test('a selection of nothing, of a withdrawn rule, and of unknown names is found', () => {
	assert.match(
		check([{ topics: ['api'], tags: ['login'] }])[0] ?? '',
		/^5 pack-empty: .*selector 1/,
	);
	assert.match(check([{ codes: ['SEC-003'] }])[0] ?? '', /rule-withdrawn: .*SEC-001/);
	assert.match(check([{ codes: ['SEC-009'] }])[0] ?? '', /rule-unknown/);
	assert.match(check([{ topics: ['sec'] }])[0] ?? '', /topic-unknown/);
	assert.match(check([{ technologies: ['rediss'] }])[0] ?? '', /technology-unknown: .*redis/);
});

test('a pack of more than twenty rules is found', () => {
	const many = Array.from({ length: 21 }, (_, i) =>
		makeRule({ id: `API-${100 + i}`, topic: 'api' }),
	);
	const found = checkPack(
		{
			data: {
				title: 'Pack',
				aliases: [],
				order: 1,
				summary: 'For a test.',
				select: [{ topics: ['api'] }],
			},
			file: 'content/packs/a.md',
			lineOf: () => 5,
			body,
		},
		{ ...context, rules: new Map(many.map((rule) => [rule.id, rule])) },
	);
	assert.deepEqual(
		found.map(({ code }) => code),
		['pack-large'],
	);
});

test('a body without its two parts is found', () => {
	assert.match(check([{ codes: ['SEC-001'] }], '## When to use it\n')[0] ?? '', /^1 pack-part/);
	assert.match(check([{ codes: ['SEC-001'] }], '')[0] ?? '', /no heading/);
});
