import assert from 'node:assert/strict';
import test from 'node:test';
import { markText } from './mark.ts';

test('words are marked by themselves and by their stem, and the text stays whole', () => {
	const runs = markText('Retry, and “retries” stay.', new Set(['retri']));
	assert.equal(runs.map(({ text }) => text).join(''), 'Retry, and “retries” stay.');
	assert.deepEqual(
		runs.filter(({ isMatch }) => isMatch).map(({ text }) => text),
		['Retry', 'retries'],
	);
});

test('without marks there is one run', () => {
	assert.deepEqual(markText('One two', new Set()), [{ text: 'One two', isMatch: false }]);
	assert.deepEqual(markText('', new Set(['a'])), []);
});
