import assert from 'node:assert/strict';
import test from 'node:test';
import { type Finding, makeFinding } from '../ingest/findings.ts';
import { joinFindings } from './join-findings.ts';

const place = { file: 'content/rules/a.md', line: 1, column: 1 };
const wrong = makeFinding('content-invalid', place, { field: 'damage', found: '', expected: '' });
const missing = makeFinding('rule-missing', place, { code: 'SEC-019' });
const unknown = makeFinding('rule-unknown', place, { code: 'SEC-019', hint: '' });
const other = makeFinding('rule-unknown', place, { code: 'SEC-999', hint: '' });
const outdated = makeFinding('ledger-outdated', place, { added: '46', gone: '0' });
const edited = makeFinding('ledger-edited', place);

function join(findings: Finding[], unreadRules: string[] = []): Finding[] {
	return joinFindings({ findings, unreadRules }, []);
}

test('a rule that could not be read is not called unknown or missing', () => {
	assert.deepEqual(join([unknown, other, missing, wrong], ['SEC-019']), [wrong, other]);
});

test('a rule whose file is gone is named once, and not wherever it is linked', () => {
	assert.deepEqual(join([unknown, other, missing]), [missing, other]);
	assert.deepEqual(join([unknown, other]), [unknown, other]);
});

test('a ledger that cannot be read is not called out of date', () => {
	assert.deepEqual(join([outdated, edited]), [edited]);
	assert.deepEqual(join([outdated]), [outdated]);
});

test('what was made of the content is judged with it', () => {
	assert.deepEqual(joinFindings({ findings: [edited], unreadRules: [] }, [outdated, other]), [
		edited,
		other,
	]);
});
