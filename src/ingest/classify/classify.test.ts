import assert from 'node:assert/strict';
import test from 'node:test';
import { ingestText } from '../testing.ts';

test('topics are decided in order, each with its reason', () => {
	const document = ingestText(
		[
			'## Security baseline',
			'- Rate limit the login',
			'- Keep it tidy',
			'- Keep it neat <!-- topic: database -->',
			'',
			'## Anything',
			'- **Databases**: keep them small',
			'  - and quiet',
			'- nothing known',
			'',
			'API endpoints:',
			'',
			'- keep them few',
			'',
			'<!-- topic: security -->',
			'',
			'## Another',
			'- rate limit again',
		].join('\n'),
	);
	assert.deepEqual(
		document.statements.map(({ topic, how }) => [topic, how]),
		[
			['api', "vocabulary: 'rate limit' → api"],
			['security', 'heading: “Security baseline” → security'],
			['database', 'override: database'],
			['database', "label: 'database' → database"],
			['database', "introduced by: 'database' → database"],
			[null, 'unsorted: no heading and no word of the vocabulary decides'],
			['api', "label: 'api' → api"],
			['api', "introduced by: 'api' → api"],
			['security', 'override of the heading “Another”: security'],
		],
	);
});

test('where topics tie, the one that the headings name wins, else the one named first', () => {
	const topicOf = (text: string): string | null | undefined =>
		ingestText(text).statements[0]?.topic;
	assert.equal(topicOf('- a secret index'), 'security');
	assert.equal(topicOf('## Databases\n\n- a secret index'), 'database');
});

test('kinds come from constructs, wording, lead-ins and headings', () => {
	const kindsOf = (text: string): string[] => ingestText(text).statements.map(({ kind }) => kind);
	assert.deepEqual(kindsOf('- [ ] box\n- Never trust it\n- Who owns it?\n- Do it'), [
		'check',
		'anti-pattern',
		'question',
		'practice',
	]);
	assert.deepEqual(kindsOf('## Anti-patterns\n\n- Big functions\n'), ['anti-pattern']);
	assert.deepEqual(kindsOf('Avoid:\n\n- Big functions\n'), ['anti-pattern', 'anti-pattern']);
	assert.deepEqual(kindsOf('## Principles\n\n### Data\n\n- Put integrity first\n'), ['principle']);
	assert.deepEqual(kindsOf('## Success metrics\n\n- Uptime\n'), ['metric']);
	assert.deepEqual(kindsOf('## Workflow\n\n1. Ask\n'), ['step']);
	assert.deepEqual(kindsOf('A paragraph.'), ['context']);
	assert.deepEqual(kindsOf('<!-- kind: metric -->\n\n- One\n- Two <!-- kind: step -->\n'), [
		'metric',
		'step',
	]);
});
