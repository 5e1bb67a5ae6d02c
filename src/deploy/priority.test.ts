import assert from 'node:assert/strict';
import test from 'node:test';
import { lowerScripts } from './priority.ts';

test('modules of a page wait for its styles, and once is enough', () => {
	const page = '<head><script type="module" src="/a.js"></script><link rel="stylesheet"></head>';
	const lowered = lowerScripts(page);
	assert.equal(
		lowered,
		'<head><script fetchpriority="low" type="module" src="/a.js"></script><link rel="stylesheet"></head>',
	);
	assert.equal(lowerScripts(lowered), lowered);
});

test('scripts in the page, others, and text about them stay as they are', () => {
	for (const html of [
		'<script>let a = 1</script>',
		'<script type="module">import "/a.js"</script>',
		'<script src="/a.js"></script>',
		'<code>&lt;script type="module" src="/a.js"></code>',
	])
		assert.equal(lowerScripts(html), html);
});
