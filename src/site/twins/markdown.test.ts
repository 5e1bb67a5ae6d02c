import assert from 'node:assert/strict';
import test from 'node:test';
import { formatList, formatSection, joinBlocks, toOneLine } from './markdown.ts';

test('blocks stand apart, and what is missing leaves no gap', () => {
	assert.equal(joinBlocks('# A', undefined, '', formatList(['b', 'c'])), '# A\n\n- b\n- c\n');
});

test('a section without a heading begins with its text', () => {
	assert.equal(formatSection('', 'Text'), 'Text');
	assert.equal(formatSection('## A', 'Text'), '## A\n\nText');
});

test('the label of a link cannot end it', () => {
	assert.equal(toOneLine('one\n  [two]'), 'one \\[two\\]');
});
