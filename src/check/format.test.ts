import assert from 'node:assert/strict';
import test from 'node:test';
import { formatResult } from './format.js';
import type { Result } from './model.ts';

const result: Result = {
	findings: [
		{
			file: 'docs/a, b.md',
			line: 3,
			column: 5,
			code: 'SEC-900',
			kind: 'unknown-code',
			severity: 'error',
			message: 'SEC-900 is 100% unknown\nhere',
			instead: ['SEC-001'],
		},
	],
	files: 1,
	codes: 2,
	skipped: 1,
};

test('text leads to the place, and ends with a summary', () => {
	assert.equal(
		formatResult(result, 'text'),
		'docs/a, b.md:3:5: error: SEC-900 is 100% unknown\nhere\n2 codes in 1 file, 1 binary file skipped: 1 error, 0 warnings',
	);
});

test('an annotation is one line, with its special characters escaped', () => {
	const [line] = formatResult(result, 'github').split('\n');
	assert.equal(
		line,
		'::error file=docs/a%2C b.md,line=3,col=5,title=unknown-code::SEC-900 is 100%25 unknown%0Ahere',
	);
});

test('JSON has the counts and each finding, and null for the file of standard input', () => {
	const [finding] = result.findings;
	assert.ok(finding);
	const report = JSON.parse(
		formatResult({ ...result, findings: [{ ...finding, file: undefined }] }, 'json'),
	) as { findings: unknown[] };
	assert.deepEqual(report, {
		version: 1,
		files: 1,
		codes: 2,
		skipped: 1,
		errors: 1,
		warnings: 0,
		findings: [{ ...finding, file: null }],
	});
});
