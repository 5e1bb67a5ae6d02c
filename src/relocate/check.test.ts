import assert from 'node:assert/strict';
import test from 'node:test';
import { checkMoved } from './check.ts';

const site = { origin: 'https://docs.example', base: '/base' };
const files = new Set(['index.html', 'rules/index.html', 'a.js', 'ready']);

function check(name: string, text: string): string[] {
	return checkMoved(name, text, site, (each) => files.has(each));
}

test('an address without the base is found in every type of file', () => {
	const wrong = [
		['a.html', '<a href="/nowhere/">', '<a href>'],
		['a.html', '<pl-new data-new="/rules/?a#b">', '<pl-new data-new>'],
		['a.html', '<script>location = "/rules/"</script>', '<script>'],
		['a.xml', '<link href="/rules/"/>', '<link href>'],
		['a.md', '[a](/nowhere/)', 'a link'],
		['a.css', 'a{b:url(/a.svg)}', 'a style'],
		['a.json', '{"new":["/rules/"]}', '“new”'],
		['a.json', '{"url":"/nowhere/"}', '“url”'],
		['a.csv', 'id,link\nA,/rules/\n', 'a cell'],
		['_astro/a.js', 'fetch(`/rules/${a}`)', 'a script'],
	] as const;
	for (const [name, text, place] of wrong) {
		const problems = check(name, text);
		assert.equal(problems.length, 1, text);
		assert.ok(problems[0]?.startsWith(`${name}: ${place} has “/`), problems[0]);
		assert.match(problems[0] ?? '', /expected an address under “\/base\/”/);
	}
});

test('what only looks like an address is none', () => {
	const right = [
		['a.html', '<p data-aliases="/health" aria-keyshortcuts="/">/rules/</p>'],
		['a.html', '<button data-code="/rules/ a">'],
		['a.html', '<a href="/base/nowhere/">'],
		['a.html', '<script>x.replace(/a/, "/b")</script>'],
		['a.json', '{"aliases":["/health","/"]}'],
		['a.csv', 'id\n/health\n'],
		['_astro/a.js', 'a=`${b}/rules/`;c="/d"'],
		['pagefind/pagefind.js', 'a="/rules/"'],
		['a.md', '`[a](/rules/)`'],
		['a.png', '/rules/'],
	] as const;
	for (const [name, text] of right) assert.deepEqual(check(name, text), [], text);
});

test('a base that was put there twice is found', () => {
	assert.match(check('a.html', '<script src="/base/base/a.js">')[0] ?? '', /no file is there/);
	assert.deepEqual(check('a.html', '<script src="/base/a.js">'), []);
});
