import assert from 'node:assert/strict';
import test from 'node:test';
import { parseRegister } from './register.js';
import { ledger } from './testing.ts';

const exported = {
	id: 'SEC-002',
	title: 'Check passwords',
	revision: 2,
	status: 'withdrawn',
	successors: ['SEC-003'],
	changes: [{ revision: 2, class: 'withdrawn', note: 'Covered elsewhere.' }],
};

test('the ledger and the data of a site say the same of a rule', () => {
	const fromLedger = parseRegister(ledger).get('SEC-002');
	const fromSite = parseRegister({ version: 1, rules: [exported] }).get('SEC-002');
	assert.deepEqual(fromLedger, fromSite);
	assert.equal(fromSite?.isWithdrawn, true);
});

test('data of an older site, without changes and successors, can be read', () => {
	const { successors, changes, ...older } = exported;
	const rule = parseRegister({ version: 1, rules: [older] }).get('SEC-002');
	assert.equal(rule?.successors, undefined);
	assert.deepEqual(rule?.changes, []);
	assert.ok(successors.length > 0 && changes.length > 0);
});

test('data that holds no rules is refused with what it lacks', () => {
	const cases: [unknown, RegExp][] = [
		[[], /no list of rules; expected the \/api\/v1\/rules\.json/],
		[{ version: 1, topics: [] }, /no list of rules/],
		[{ version: 9, rules: [exported] }, /version 9, expected 1/],
		[{ version: 1, rules: {} }, /version 1, expected 2/],
		[{ version: 1, rules: [] }, /list of rules is empty/],
		[{ version: 1, rules: [{ id: 'x' }] }, /the code x, expected one like SEC-014/],
		[{ version: 1, rules: [null] }, /the code undefined/],
		[{ version: 2, rules: { 'SEC-001': { revisions: [] } } }, /SEC-001 has no title/],
		[{ version: 1, rules: [{ id: 'SEC-001', title: 'A' }] }, /SEC-001 has no revision/],
	];
	for (const [data, message] of cases) assert.throws(() => parseRegister(data), message);
});
