import assert from 'node:assert/strict';
import test from 'node:test';
import { checkCodeLink, checkRules, checkTies, findCodeLinks, type PlacedRule } from './check.ts';
import type { Rule, StandardName } from './model.ts';
import { readParts } from './parts.ts';
import { makeStandards, resolveReference } from './standards.ts';
import { explainStatement, getMeaning } from './statement.ts';
import { makeRule } from './testing.ts';

const standards = makeStandards({
	asvs: 'id\ttitle\tgroup\tlevel\nv5.0.0-6.3.1\tControls\tV6 Authentication / V6.3 General\t1\n',
	'owasp-api': 'id\ttitle\turl\nAPI1:2023\tBroken\thttps://example.org/\n',
	'owasp-top10': 'id\ttitle\turl\n',
	cwe: 'id\ttitle\tkind\trank\nCWE-89\tSQL Injection\tweakness\t2\n',
	rfc: 'id\ttitle\tobsoletedBy\nRFC 7807\tOld problems\t9457\nRFC 9457\tProblem Details\t\nRFC 9457 §3\tThe Object\t\n',
	spec: 'id\ttitle\turl\n',
	docs: 'id\ttitle\turl\n',
} satisfies Record<StandardName, string>);

const context = {
	prefixes: new Map([
		['security', 'SEC'],
		['api', 'API'],
	]),
	technologies: new Set(['redis']),
	standards,
};

function make(change: Partial<Rule> = {}, body = ''): PlacedRule {
	const rule = makeRule({ related: ['SEC-002'], ...change });
	const lines: Record<string, number> = {
		id: 2,
		statement: 4,
		references: 8,
		related: 9,
		change: 10,
	};
	return { rule, body, lineOf: (field) => lines[field] ?? 1 };
}

const other = make({ id: 'SEC-002', related: ['SEC-001'], file: 'content/rules/security/two.md' });

function check(...placed: PlacedRule[]): string[] {
	return checkRules([...placed, other], context).map(
		({ file, line, code, message }) => `${file.split('/').at(-1)}:${line} ${code}: ${message}`,
	);
}

test('a rule that is right has no findings', () => {
	assert.deepEqual(check(make({ references: [{ standard: 'rfc', id: 'RFC 9457 §3' }] })), []);
});

const bad: [string, PlacedRule, string][] = [
	[
		'without a normative word',
		make({ statement: 'Every endpoint checks its input.' }),
		'one.md:4 rule-statement: Unexpected statement without a normative word, expected MUST, SHOULD, or MAY once.',
	],
	[
		'with two normative words',
		make({ statement: 'It MUST check and SHOULD log.' }),
		'one.md:4 rule-statement: Unexpected statement with MUST and SHOULD, expected one normative word.',
	],
	[
		'that is still a draft',
		make({ statement: 'Every … MUST ….' }),
		'one.md:4 rule-statement: Unexpected gap (“…”) in the statement, expected the whole sentence.',
	],
	[
		'with two sentences',
		make({ statement: 'It MUST check. Then it logs.' }),
		'one.md:4 rule-statement: Unexpected second sentence in the statement, expected one sentence.',
	],
	[
		'without a period',
		make({ statement: 'It MUST check' }),
		'one.md:4 rule-statement: Unexpected statement without a period at its end, expected one sentence.',
	],
	[
		'with another level than its sentence',
		make({ level: 'SHOULD' }),
		'one.md:4 rule-statement: Unexpected level SHOULD beside MUST in the statement, expected level MUST.',
	],
	[
		'of kind avoid without NOT',
		make({ kind: 'avoid' }),
		'one.md:4 rule-statement: Unexpected MUST in a rule that says what to avoid, expected MUST NOT.',
	],
	[
		'with an unknown topic',
		make({ topic: 'securty' }),
		'one.md:2 topic-unknown: Unexpected topic “securty”, expected one of the topics (did you mean “security”?).',
	],
	[
		'with a code of another topic',
		make({ id: 'API-001' }),
		'one.md:2 rule-code: Unexpected code API-001 in topic security, expected SEC-NNN.',
	],
	[
		'with an unknown related rule',
		make({ related: ['SEC-003'] }),
		'one.md:9 rule-unknown: Unexpected rule SEC-003, expected a code that exists (did you mean “SEC-001”?).',
	],
	[
		'with an unknown id of a standard',
		make({ references: [{ standard: 'cwe', id: 'CWE-88' }] }),
		'one.md:8 reference-unknown: Unexpected reference “cwe CWE-88”, expected an id of content/standards/cwe.tsv (did you mean “CWE-89”?).',
	],
	[
		'with an obsolete RFC',
		make({ references: [{ standard: 'rfc', id: 'RFC 7807' }] }),
		'one.md:8 reference-unknown: Unexpected reference “rfc RFC 7807”, expected RFC 9457, which replaced it.',
	],
	[
		'with an unknown technology',
		make({ technologies: ['reddis'] }),
		'one.md:1 technology-unknown: Unexpected technology “reddis”, expected one of content/technologies (did you mean “redis”?).',
	],
	[
		'that relates to itself',
		make({ related: ['SEC-001'] }),
		'one.md:9 content-invalid: Unexpected “SEC-001” itself in field “related”, expected other rules.',
	],
	[
		'whose text links an unknown rule',
		make({}, '\n\nSee [SEC-009].\n'),
		'one.md:3 rule-unknown: Unexpected rule SEC-009, expected a code that exists (did you mean “SEC-001”?).',
	],
	[
		'whose note on a change links an unknown rule',
		make({ change: { class: 'wording', note: 'It was split from [SEC-009].' } }),
		'one.md:10 rule-unknown: Unexpected rule SEC-009, expected a code that exists (did you mean “SEC-001”?).',
	],
];

for (const [name, rule, expected] of bad) {
	test(`a rule ${name} is refused at its line`, () => {
		const found = check(rule);
		assert.ok(found.includes(expected), found.join('\n'));
	});
}

test('links to rules in the sentences of the front matter are checked, and may be right', () => {
	const link = (code: string): PlacedRule =>
		make({
			id: 'SEC-003',
			disagreement: { note: `[${code}] says when.`, question: `Does [${code}] hold?` },
			withdrawn: { date: '2026-12-01', reason: `[${code}] has it.`, successors: [] },
			change: { class: 'withdrawn', note: `Now in [${code}], not \`[SEC-009]\`.` },
		});
	assert.deepEqual(check(make(), link('SEC-002')), []);
	assert.equal(check(make(), link('SEC-009')).length, 4);
});

test('two rules with one code are refused', () => {
	const found = check(make(), make({ file: 'content/rules/security/three.md' }));
	assert.deepEqual(found, [
		'three.md:2 rule-duplicate: Unexpected second rule SEC-001, expected it in content/rules/security/one.md alone.',
	]);
});

test('a link to a withdrawn rule names what stands in its place', () => {
	const withdrawn = { date: '2026-12-01', reason: 'Gone.', successors: ['SEC-002'] };
	const rules = new Map([['SEC-001', make({ withdrawn }).rule]]);
	const [finding] = checkCodeLink('SEC-001', { file: 'a.md', line: 1, column: 1 }, rules);
	assert.equal(finding?.code, 'rule-withdrawn');
	assert.match(finding.message, /in its place: SEC-002/);
});

test('links to rules are found in prose, and not in code, links, or behind a backslash', () => {
	const text = [
		'See [SEC-001] and [API-002].',
		'`[SEC-003]` [SEC-004](/x/) [SEC-005]: y \\[SEC-006] ![SEC-007]',
		'```',
		'[SEC-008]',
		'```',
		'- ([SEC-009])',
	].join('\n');
	assert.deepEqual(
		findCodeLinks(text, 'a.md').map(({ code, place }) => `${place.line}:${place.column} ${code}`),
		['1:5 SEC-001', '1:19 API-002', '6:4 SEC-009'],
	);
});

test('a tie to a statement that does not exist is refused', () => {
	const documents = [{ id: 'one', statements: [{ anchor: 's-a' }] }];
	const rule = make({ ties: { add: ['one#s-a'], drop: ['one#s-b'] } });
	assert.deepEqual(
		checkTies([rule], documents).map(({ code, message }) => `${code}: ${message}`),
		[
			'tie-unknown: Unexpected tie to “one#s-b”, expected a statement as document#anchor (did you mean “one#s-a”?).',
		],
	);
});

test('title and address of a reference come from the lists', () => {
	assert.deepEqual(resolveReference({ standard: 'rfc', id: 'RFC 9457 §3' }, standards), {
		standard: 'rfc',
		id: 'RFC 9457 §3',
		title: 'Problem Details: The Object',
		url: 'https://www.rfc-editor.org/rfc/rfc9457#section-3',
	});
	const asvs = resolveReference({ standard: 'asvs', id: 'v5.0.0-6.3.1' }, standards);
	assert.match(
		'url' in asvs ? asvs.url : '',
		/v5\.0\.0_release\/5\.0\/en\/0x15-V6-Authentication\.md$/,
	);
});

test('a statement may say MAY once, and "must" is no normative word', () => {
	assert.equal(explainStatement('A system MAY do what it must.', 'MAY', 'do'), undefined);
});

test('case, punctuation and white space do not change a meaning; a word and the level do', () => {
	const meaning = (statement: string, level: 'MUST' | 'SHOULD' = 'MUST'): string =>
		getMeaning({ statement, level, kind: 'do' });
	assert.equal(meaning('It  MUST hold.'), meaning('It MUST, hold'));
	assert.notEqual(meaning('It MUST hold.'), meaning('It MUST not hold.'));
	assert.notEqual(meaning('It MUST hold.'), meaning('It MUST hold.', 'SHOULD'));
});

const whole = [
	'Why',
	'Applies',
	'Does not apply',
	'Ask in the review',
	'Evidence',
	'How',
	'Example',
];

function body(titles: string[]): string {
	return `\n\n${titles.map((title) => `## ${title}\n\nText.\n`).join('\n')}`;
}

function part(text: string, isWhole = true): string[] {
	return readParts(text, 'a.md', isWhole).findings.map(({ line, message }) => `${line} ${message}`);
}

test('the parts of a rule are read, and a trade-off may be missing', () => {
	assert.deepEqual(part(body(whole)), []);
	assert.deepEqual(Object.keys(readParts(body([...whole, 'Trade-off']), 'a.md', true).parts), [
		'why',
		'applies',
		'exceptions',
		'question',
		'evidence',
		'how',
		'example',
		'tradeOff',
	]);
});

test('a missing, an unknown, a misplaced, an empty and a long part are named with their line', () => {
	assert.deepEqual(part(body(whole.slice(1))), [
		'25 Unexpected end of the rule, expected the part “Why”.',
	]);
	assert.match(
		part(body([...whole, 'Notes']))[0] ?? '',
		/^31 Unexpected part “Notes”, expected one of Why/,
	);
	assert.match(
		part(body(['Applies', 'Why', ...whole.slice(2)]))[0] ?? '',
		/^7 Unexpected “Why” at this place/,
	);
	assert.match(part(body(whole).replace('Text.', ''))[0] ?? '', /^3 Unexpected empty part “Why”/);
	const long = body(whole).replace('Text.', 'word '.repeat(91));
	assert.deepEqual(part(long), ['3 Unexpected “Why” of 91 words, expected at most 90.']);
});

test('a withdrawn rule needs no parts', () => {
	assert.deepEqual(part('\n', false), []);
});
