import assert from 'node:assert/strict';
import test from 'node:test';
import { getGlobBase, makeExclude, makeGlob } from './glob.js';

test('a star stays in its folder, two cross folders', () => {
	const paths = ['a.md', 'docs/a.md', 'docs/x/b.md', 'docs/x/b.mdx', 'docs/xb+.txt'];
	const match = (pattern: string) => paths.filter(makeGlob(pattern));
	assert.deepEqual(match('docs/*.md'), ['docs/a.md']);
	assert.deepEqual(match('docs/**/*.md'), ['docs/a.md', 'docs/x/b.md']);
	assert.deepEqual(match('**/?.{md,mdx}'), ['a.md', 'docs/a.md', 'docs/x/b.md', 'docs/x/b.mdx']);
	assert.deepEqual(match('docs/*b+.txt'), ['docs/xb+.txt']);
	assert.deepEqual(match('a,b*{'), []);
});

test('an exclusion leaves out a name anywhere, with what is below it', () => {
	const paths = ['dist', 'dist/a.md', 'x/dist/b.md', 'distant.md', 'x/y.min.js'];
	const leave = (pattern: string) => paths.filter((path) => !makeExclude(pattern)(path));
	assert.deepEqual(leave('dist/'), ['distant.md', 'x/y.min.js']);
	assert.deepEqual(leave('./x/dist'), ['dist', 'dist/a.md', 'distant.md', 'x/y.min.js']);
	assert.deepEqual(leave('*.min.js'), ['dist', 'dist/a.md', 'x/dist/b.md', 'distant.md']);
});

test('the base of a pattern is the folder before its first wildcard', () => {
	assert.deepEqual(['docs/**/*.md', '*.md', '/*.md', 'a/b{c,d}/e', 'a.md'].map(getGlobBase), [
		'docs',
		'.',
		'/',
		'a',
		undefined,
	]);
});
