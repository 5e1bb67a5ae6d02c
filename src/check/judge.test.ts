import assert from 'node:assert/strict';
import test from 'node:test';
import { judge } from './judge.js';
import { register } from './testing.ts';

function say(code: string, revision?: number): string | undefined {
	const wrong = judge({ code, revision }, register);
	return wrong && `${wrong.severity} ${wrong.kind}: ${wrong.message}`;
}

test('a rule in force is right, with its current revision and without any', () => {
	assert.equal(say('SEC-014'), undefined);
	assert.equal(say('SEC-014', 3), undefined);
});

test('a code that does not exist is an error with the nearest one that does', () => {
	assert.equal(
		say('SEC-104'),
		'error unknown-code: SEC-104 is no rule code, expected one of SEC-001 to SEC-014; nearest: SEC-014 "Limit attempts"',
	);
	assert.deepEqual(judge({ code: 'SEC-004', revision: undefined }, register)?.instead, ['SEC-001']);
});

test('a withdrawn rule is an error with the rules in force that stand in its place', () => {
	assert.equal(
		say('SEC-002', 1),
		'error withdrawn-rule: SEC-002 was withdrawn in revision 2 (Covered elsewhere); in its place: IAM-001 "Log in once", SEC-001 "Validate every input"',
	);
	assert.equal(
		say('IAM-002'),
		'error withdrawn-rule: IAM-002 was withdrawn in revision 2 (Covered elsewhere); in its place: no rule',
	);
});

test('withdrawn rules that name each other do not hang the check', () => {
	const rule = register.get('SEC-002');
	assert.ok(rule);
	const circle = new Map([
		['SEC-002', { ...rule, successors: ['SEC-003'] }],
		['SEC-003', { ...rule, code: 'SEC-003', successors: ['SEC-002'] }],
	]);
	assert.deepEqual(judge({ code: 'SEC-002', revision: undefined }, circle)?.instead, []);
});

test('a rule that changed since the cited revision is a warning with all changes', () => {
	assert.equal(
		say('SEC-014', 1),
		'warning changed-since: SEC-014 has changed since revision 1: stricter in revision 2 (Counts per client), wording in revision 3 (Says “attempt”)',
	);
	assert.equal(
		say('SEC-014', 2),
		'warning changed-since: SEC-014 has changed since revision 2: wording in revision 3 (Says “attempt”)',
	);
});

test('a revision that does not exist is an error', () => {
	assert.equal(
		say('SEC-014', 4),
		'error unknown-revision: SEC-014 has no revision 4, expected 1 to 3',
	);
});
