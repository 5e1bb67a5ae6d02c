import assert from 'node:assert/strict';
import test from 'node:test';
import { makeFinding } from '../ingest/findings.ts';
import { dropConsequences } from './consequences.ts';

const place = { file: 'content/rules/a.md', line: 1, column: 1 };
const outdated = makeFinding('ledger-outdated', place, { added: '46', gone: '0' });

test('a rule that could not be read is not called unknown or missing', () => {
	const wrong = makeFinding('content-invalid', place, { field: 'damage', found: '', expected: '' });
	const missing = makeFinding('rule-missing', place, { code: 'SEC-019' });
	const unknown = makeFinding('rule-unknown', place, { code: 'SEC-019', hint: '' });
	const other = makeFinding('rule-unknown', place, { code: 'SEC-999', hint: '' });
	assert.deepEqual(dropConsequences([unknown, other, missing, wrong], ['SEC-019']), [wrong, other]);
	assert.equal(dropConsequences([unknown, other, missing], []).length, 3);
});

test('a ledger that cannot be read is not called out of date', () => {
	const edited = makeFinding('ledger-edited', place);
	assert.deepEqual(dropConsequences([outdated, edited], []), [edited]);
	assert.deepEqual(dropConsequences([outdated], []), [outdated]);
});
