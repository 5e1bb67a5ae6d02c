import assert from 'node:assert/strict';
import test from 'node:test';
import { align } from './align.ts';

const free = (): number => 0;

test('rows go to the columns that fit best and never run backwards', () => {
	const fits = [
		[1, 0, 0],
		[3, 2, 0],
		[0, 0, 1],
	];
	assert.deepEqual(align(fits, free), { total: 5, columns: [0, 0, 2] });
	assert.deepEqual(
		align(
			[
				[0, 2],
				[1, 0],
			],
			free,
		).columns,
		[1, 1],
	);
});

test('the cost of a step outweighs a small difference in fit', () => {
	const fits = [
		[1, 0],
		[1, 0.9],
	];
	const stay = (row: number, from: number, to: number): number =>
		row === 1 && from === to ? 1 : 0;
	assert.deepEqual(align(fits, stay).columns, [0, 1]);
});

test('nothing is aligned to nothing', () => {
	assert.deepEqual(align([], free), { total: 0, columns: [] });
});
