import assert from 'node:assert/strict';
import test from 'node:test';
import { readInfo } from './info.ts';
import { checkNames, shownLanguages } from './kinds.ts';

/** Returns what an info string is found to be: its check, its reason, or what is wrong. */
function read(info: string): string {
	const [, language = '', meta = ''] = /^(\S*) ?(.*)$/.exec(info) ?? [];
	const { check, reason, error, wrong } = readInfo(language, meta);
	if (wrong) return `wrong: ${wrong.found}${wrong.hint}`;
	return check ? `check: ${check}${error ? ` fails with ${error}` : ''}` : `shown: ${reason ?? ''}`;
}

test('every check and every language that is shown is asked for by its name', () => {
	for (const name of checkNames) assert.equal(read(name), `check: ${name}`);
	for (const [name, reason] of Object.entries(shownLanguages)) {
		assert.equal(read(name), `shown: ${reason}`);
	}
});

test('an error code belongs to SQL that runs', () => {
	assert.equal(read('sql run error=42501'), 'check: sql run fails with 42501');
	assert.equal(read('sql run error="P0001"'), 'check: sql run fails with P0001');
	assert.equal(read('sql run error=denied'), 'wrong: error=denied');
	assert.equal(read('json error=42501'), 'wrong: error in “json”');
});

test('any language may be shown with the reason why nothing checks it', () => {
	assert.equal(read('sql unchecked="needs a replica"'), 'shown: needs a replica');
	assert.equal(read('nginx unchecked="no nginx here"'), 'shown: no nginx here');
	assert.equal(
		read('ts check unchecked="package is not installed"'),
		'shown: package is not installed',
	);
	assert.equal(read('nginx unchecked=""'), 'wrong: empty unchecked=""');
	assert.equal(read('sql unchecked="slow" error=42501'), 'wrong: error beside unchecked');
});

test('what is in no table is wrong, with the nearest name that is', () => {
	assert.equal(read(''), 'wrong: code block without an info string');
	assert.equal(read('jsn'), 'wrong: info string “jsn” (did you mean “json”?)');
	assert.equal(read('sql'), 'wrong: info string “sql”');
	assert.equal(read('sql rum'), 'wrong: info string “sql rum” (did you mean “sql run”?)');
	assert.equal(read('toString'), 'wrong: info string “toString”');
	assert.equal(read('json caption="x"'), 'wrong: “caption” in “json”');
});
