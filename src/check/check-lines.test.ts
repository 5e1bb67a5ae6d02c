import assert from 'node:assert/strict';
import test from 'node:test';
import { makeLineCheck } from './check-lines.js';
import { makeFinder } from './find.js';
import { register } from './testing.ts';

const find = makeFinder(['SEC', 'IAM']);

/** Returns "line:column code" of each finding. */
function check(lines: string[], ignored: string[] = []): string[] {
	const isIgnored = (code: string): boolean => ignored.includes(code);
	const checkLine = makeLineCheck('a.md', { find, register, isIgnored });
	return lines
		.flatMap((text, i) => checkLine({ text, line: i + 1, column: 1 }).findings)
		.map(({ line, column, code }) => `${line}:${column} ${code}`);
}

test('a link that has its code in text and address is reported once', () => {
	assert.deepEqual(check(['[SEC-900 A](/rules/sec-900/?rev=1) and SEC-901']), [
		'1:2 SEC-900',
		'1:40 SEC-901',
	]);
	assert.deepEqual(check(['SEC-900', 'SEC-900']), ['1:1 SEC-900', '2:1 SEC-900']);
	assert.deepEqual(check(['SEC-014 at /r/SEC-014/?rev=1, /r/SEC-014/?rev=9']), [
		'1:15 SEC-014',
		'1:34 SEC-014',
	]);
});

test('a piece of a long line keeps the column of the line', () => {
	const checkLine = makeLineCheck('a.md', { find, register, isIgnored: () => false });
	const { findings } = checkLine({ text: 'x SEC-900', line: 7, column: 101 });
	assert.deepEqual(
		findings.map(({ line, column }) => [line, column]),
		[[7, 103]],
	);
});

test('a mark ignores its line, the next one, or all to the end mark', () => {
	assert.deepEqual(check(['SEC-900 // plumbline-check-ignore', 'SEC-901']), ['2:1 SEC-901']);
	assert.deepEqual(check(['<!-- plumbline-check-ignore-next-line -->', 'SEC-900', 'SEC-901']), [
		'3:1 SEC-901',
	]);
	assert.deepEqual(check(['plumbline-check-ignore-next-line', ' \r', 'SEC-900', 'SEC-901']), [
		'4:1 SEC-901',
	]);
	const block = ['# plumbline-check-ignore-start', 'SEC-900', '# plumbline-check-ignore-end'];
	assert.deepEqual(check([...block, 'SEC-901']), ['4:1 SEC-901']);
	assert.deepEqual(check([...block.slice(0, 2), 'SEC-901']), []);
});

test('a mark with codes ignores these alone', () => {
	assert.deepEqual(check(['SEC-900 SEC-901 plumbline-check-ignore SEC-900, IAM-002']), [
		'1:9 SEC-901',
	]);
	assert.deepEqual(check(['SEC-900 SEC-901 plumbline-check-ignore: a ticket']), []);
});

test('a mark that does not exist ignores nothing', () => {
	assert.deepEqual(check(['SEC-900 plumbline-check-ignore-file']), ['1:1 SEC-900']);
});

test('codes that the call ignores are neither reported nor counted', () => {
	assert.deepEqual(check(['SEC-900 SEC-901'], ['SEC-900']), ['1:9 SEC-901']);
	const checkLine = makeLineCheck('a.md', { find, register, isIgnored: () => true });
	assert.equal(checkLine({ text: 'SEC-900', line: 1, column: 1 }).codes, 0);
});
