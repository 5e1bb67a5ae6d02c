import assert from 'node:assert/strict';
import test from 'node:test';
import { makeLineSplitter } from './split-lines.js';
import type { Line } from './model.ts';

function split(parts: string[], limit?: number): [string, number, number][] {
	const lines: Line[] = [];
	const { push, end } = makeLineSplitter((line) => lines.push(line), limit);
	parts.forEach(push);
	end();
	return lines.map(({ text, line, column }) => [text, line, column]);
}

test('lines are whole however the text is cut', () => {
	assert.deepEqual(split(['see SEC', '-014\nan', 'd\n', 'end']), [
		['see SEC-014', 1, 1],
		['and', 2, 1],
		['end', 3, 1],
	]);
	assert.deepEqual(split(['a\n']), [['a', 1, 1]]);
	assert.deepEqual(split([]), []);
});

test('a line beyond the limit comes in pieces, cut at white space', () => {
	assert.deepEqual(split(['aaa SEC-001 bbb', '\nc'], 12), [
		['aaa SEC-001', 1, 1],
		[' bbb', 1, 12],
		['c', 2, 1],
	]);
	assert.deepEqual(
		split(['x'.repeat(25)], 10).map(([text, , column]) => [text.length, column]),
		[
			[10, 1],
			[10, 11],
			[5, 21],
		],
	);
});
