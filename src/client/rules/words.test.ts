import assert from 'node:assert/strict';
import test from 'node:test';
import { hasWords } from './words.ts';

test('every word must be there, whatever its case', () => {
	const text = 'SEC-014 Rate-limit logins brute force';
	assert.ok(hasWords(text, 'RATE force'));
	assert.ok(hasWords(text, '  '));
	assert.ok(!hasWords(text, 'rate tenant'));
});
