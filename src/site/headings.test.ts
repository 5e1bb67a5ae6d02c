import assert from 'node:assert/strict';
import test from 'node:test';
import { citeHeadings, splitOpening } from './headings.ts';

test('each heading with an id gets its control, and its content stays', () => {
	const html =
		'<h2 id="a">One &amp; <code>"two"</code></h2><p>x</p><h3 id="b">Three</h3><h2>Four</h2>';
	const cited = citeHeadings(html);
	assert.equal(cited.match(/class="cite"/g)?.length, 2);
	assert.ok(cited.includes('<h2 id="a">One &amp; <code>"two"</code></h2><a class="cite"'));
	assert.ok(cited.includes('aria-label="Copy for review: One &amp; &quot;two&quot;"'));
	assert.ok(cited.includes('href="#b"'));
	assert.ok(cited.endsWith('</div><h2>Four</h2>'));
});

test('what stands before the first section is apart', () => {
	const html = '<p>One</p><h2 id="a">A</h2><p>Two</p><h2 id="b">B</h2>';
	assert.deepEqual(splitOpening(html), {
		opening: '<p>One</p>',
		rest: '<h2 id="a">A</h2><p>Two</p><h2 id="b">B</h2>',
	});
	assert.deepEqual(splitOpening('<p>One</p>'), { opening: '<p>One</p>', rest: '' });
});
