import assert from 'node:assert/strict';
import test from 'node:test';
import matter from 'gray-matter';
import { formatAgent } from './agent.ts';
import { makeArticle } from './testing.ts';

const { data } = makeArticle('role', { description: 'Use for: "designs", and reviews.' });
const rule = {
	code: 'SEC-001',
	title: 'Validate',
	levelName: 'MUST NOT',
	statement: 'It MUST NOT pass.',
	url: '/rules/sec-001.md',
};
const urlOfCode = (code: string): string => `/rules/${code.toLowerCase()}.md`;
const make = (text: string, defaults: Parameters<typeof formatAgent>[4] = []): string =>
	formatAgent('one', data, text, [{ topic: 'Security', rules: [rule] }], defaults, urlOfCode);

test('front matter is valid whatever the description holds', () => {
	const parsed = matter(make('## Mission\n\nServe.'), {});
	assert.deepEqual(parsed.data, { name: 'one', description: 'Use for: "designs", and reviews.' });
});

test('codes in the text become links, other links stay', () => {
	const text = make('Follow [SEC-001] and [this](/x/), [SEC-001](/y/).');
	assert.match(
		text,
		/Follow \[SEC-001\]\(\/rules\/sec-001\.md\) and \[this\]\(\/x\/\), \[SEC-001\]\(\/y\/\)\./,
	);
});

test('rules stand under their topic with level and statement', () => {
	assert.match(
		make(''),
		/### Security\n\n- \[SEC-001\]\(\/rules\/sec-001\.md\) Validate \(MUST NOT\): It MUST NOT pass\.\n$/,
	);
});

test('defaults are there when there are any', () => {
	assert.doesNotMatch(make(''), /## Defaults/);
	const text = make('', [{ question: 'Which?', answer: 'First.', title: 'One', url: '/one.md' }]);
	assert.match(text, /## Defaults\n\n.+\n\n- \*\*Which\?\*\* First\. \(\[One\]\(\/one\.md\)\)\n/);
});
