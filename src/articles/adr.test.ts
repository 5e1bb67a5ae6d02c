import assert from 'node:assert/strict';
import test from 'node:test';
import { formatAdr } from './adr.ts';
import { makeArticle } from './testing.ts';

const { data, parts } = makeArticle('decision');
const adr = formatAdr(data, parts.Context ?? '', '/decisions/one/', [
	{ code: 'SEC-001', title: 'Validate', url: '/rules/sec-001/', evidence: 'A failing test.' },
]);

test('a record has the headings of MADR 4 in their order', () => {
	assert.deepEqual(
		[...adr.matchAll(/^(#+ .*)$/gm)].map(([, heading]) => heading),
		[
			'# One or two',
			'## Context and Problem Statement',
			'## Decision Drivers',
			'## Considered Options',
			'## Decision Outcome',
			'### Consequences',
			'### Confirmation',
			'## Pros and Cons of the Options',
			'### First',
			'### Second',
			'## More Information',
		],
	);
});

test('a record leaves the outcome open and says what confirms it', () => {
	assert.match(adr, /^status: proposed$/m);
	assert.match(adr, /Chosen option: "<one of the options>"/);
	assert.match(adr, /^\* First\n\* Second$/m);
	assert.match(adr, /^\* Bad: Cost of the second\.$/m);
	assert.match(adr, /^\* \[ \] \[SEC-001 Validate\]\(\/rules\/sec-001\/\): A failing test\.$/m);
	assert.match(adr, /Somebody has to decide\.\n\nWhich one\?/);
});
