import assert from 'node:assert/strict';
import test from 'node:test';
import { formatOverdue, getDayBefore, listOverdue } from './list-overdue.ts';

const all = [
	{ file: 'content/rules/b.md', name: 'SEC-002', reviewed: '2026-01-31' },
	{ file: 'content/rules/a.md', name: 'SEC-001', reviewed: '2026-01-31' },
	{ file: 'content/patterns/c.md', name: 'Bulkhead', reviewed: '2025-06-01' },
	{ file: 'content/rules/d.md', name: 'SEC-004', reviewed: '2026-02-01' },
];

test('what was reviewed before the day is listed, the longest ago first', () => {
	assert.equal(
		formatOverdue(listOverdue(all, '2026-02-01')),
		'2025-06-01  content/patterns/c.md  Bulkhead\n' +
			'2026-01-31  content/rules/a.md  SEC-001\n' +
			'2026-01-31  content/rules/b.md  SEC-002\n',
	);
	assert.deepEqual(listOverdue(all, '2025-06-01'), []);
});

test('months are counted back over the end of a year, to a day that the month has', () => {
	assert.equal(getDayBefore('2026-11-21', 12), '2025-11-21');
	assert.equal(getDayBefore('2026-02-03', 3), '2025-11-03');
	assert.equal(getDayBefore('2026-03-31', 1), '2026-02-28');
	assert.equal(getDayBefore('2028-03-31', 1), '2028-02-29');
	assert.equal(getDayBefore('2026-11-21', 0), '2026-11-21');
});
