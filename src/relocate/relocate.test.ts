import assert from 'node:assert/strict';
import test from 'node:test';
import { getMove } from './relocate.ts';

const site = { origin: 'https://docs.example', base: '/base' };

function move(name: string, text: string): string {
	const moveText = getMove(name);
	assert.ok(moveText, `${name} is a text`);
	return moveText(text, site);
}

/** Holds a file as it was and as it becomes against the step; a text alone stays as it is. */
function check(name: string, cases: [before: string, after?: string][]): void {
	for (const [before, after = before] of cases) assert.equal(move(name, before), after);
}

test('addresses in the attributes of a page move', () => {
	check('a/index.html', [
		['<a href="/rules/">x</a>', '<a href="/base/rules/">x</a>'],
		["<a class=b href='/rules/'>x</a>", "<a class=b href='/base/rules/'>x</a>"],
		['<a href=/rules/>x</a>', '<a href=/base/rules/>x</a>'],
		['<form action="/search/" method="get">', '<form action="/base/search/" method="get">'],
		['<img src="/a.png" alt="/a.png">', '<img src="/base/a.png" alt="/a.png">'],
		[
			'<img srcset="/a.png 1x, /b.png 2x,https://c.example/a,b.png 3x">',
			'<img srcset="/base/a.png 1x, /base/b.png 2x,https://c.example/a,b.png 3x">',
		],
		['<p style="background: url(/a.svg)">', '<p style="background: url(/base/a.svg)">'],
		['<svg><use xlink:href="/a.svg#b"/></svg>', '<svg><use xlink:href="/base/a.svg#b"/></svg>'],
		['<pl-x data-index="/search/a.json">', '<pl-x data-index="/base/search/a.json">'],
	]);
});

test('what is no address of the site stays in a page', () => {
	check('a/index.html', [
		['<a href="#a">x</a>'],
		['<a href="//cdn.example/">x</a>'],
		// An author links to another site of the host.
		['<a href="https://docs.example/other/">x</a>'],
		['<p data-aliases="/ready" aria-keyshortcuts="/">GET /rules/</p>'],
		['<!-- <a href="/rules/"> -->'],
		['<script>const a = "<a href=\\"/rules/\\">";</script>'],
		['<textarea><a href="/rules/"></textarea>'],
		['<pre><code>[x](/rules/)</code></pre>'],
	]);
});

test('a page tells scripts the base', () => {
	check('index.html', [
		[
			'<!DOCTYPE html><html lang="en"><head></head></html>',
			'<!DOCTYPE html><html data-base="/base" lang="en"><head></head></html>',
		],
	]);
});

test('the head of a page moves, and only there absolute addresses do', () => {
	check('index.html', [
		[
			'<link rel="canonical" href="https://docs.example/rules/"/>',
			'<link rel="canonical" href="https://docs.example/base/rules/"/>',
		],
		[
			'<meta property="og:image" content="https://docs.example/a.png">',
			'<meta property="og:image" content="https://docs.example/base/a.png">',
		],
		[
			'<meta content="/a.png" name="twitter:image">',
			'<meta content="/base/a.png" name="twitter:image">',
		],
		['<meta name="description" content="/health answers">'],
		[
			'<meta http-equiv="refresh" content="0; url=/rules/">',
			'<meta http-equiv="refresh" content="0; url=/base/rules/">',
		],
	]);
});

test('JSON in a page moves, in attributes and scripts', () => {
	check('index.html', [
		[
			'<li data-cited="{&quot;title&quot;:&quot;A &amp; &lt;B&gt; it&#39;s&quot;,&quot;url&quot;:&quot;/rules/a/&quot;}">',
			'<li data-cited="{&quot;title&quot;:&quot;A &amp; <B> it\'s&quot;,&quot;url&quot;:&quot;/base/rules/a/&quot;}">',
		],
		[
			'<script type="application/json">{"text":"<b>","url":"/a/"}</script>',
			'<script type="application/json">{"text":"\\u003cb>","url":"/base/a/"}</script>',
		],
	]);
});

test('texts that say addresses move where their element says so', () => {
	check('index.html', [
		[
			'<dl data-address="/rules/a/"><dd><pre>[A](/rules/a/?rev=1): ask /health</pre></dd></dl>/rules/a/',
			'<dl data-address="/base/rules/a/"><dd><pre>[A](/base/rules/a/?rev=1): ask /health</pre></dd></dl>/rules/a/',
		],
		[
			'<code data-markdown>[A](/rules/a/) and <i>`[A](/b/)`</i></code>[A](/b/)',
			'<code data-markdown>[A](/base/rules/a/) and <i>`[A](/b/)`</i></code>[A](/b/)',
		],
		[
			'<div data-markdown><div>[A](/a/)</div>[A](/a/)</div>[A](/a/)',
			'<div data-markdown><div>[A](/base/a/)</div>[A](/base/a/)</div>[A](/a/)',
		],
	]);
});

test('style sheets move', () => {
	check('_astro/a.css', [
		['a{b:url(/a.svg)}', 'a{b:url(/base/a.svg)}'],
		['a{b:url( "/a.svg" )}', 'a{b:url( "/base/a.svg" )}'],
		['@import "/a.css";', '@import "/base/a.css";'],
		['a{b:url(data:image/svg+xml,%3Csvg/)}'],
		['a{b:url(./a.svg)}'],
	]);
});

test('JSON moves by its keys, and keeps its indentation', () => {
	check('api/v1/rules.json', [
		['{"url":"/rules/a/","aliases":["/ready"]}', '{"url":"/base/rules/a/","aliases":["/ready"]}'],
		['[{"related":["/a/","API-001"]}]\n', '[{"related":["/base/a/","API-001"]}]\n'],
		['{\n\t"url": "/a/"\n}\n', '{\n\t"url": "/base/a/"\n}\n'],
		['{"pattern":"^/rules/[a-z]+/$"}', '{"pattern":"^/base/rules/[a-z]+/$"}'],
		['{"pattern":"^(https://|/)","url":{"type":"string"}}'],
		['{"text":"\\"url\\":\\"/a/\\""}'],
	]);
	check('site.webmanifest', [
		['{"start_url":"/","scope":"/"}', '{"start_url":"/base/","scope":"/base/"}'],
	]);
});

test('a pattern of JSON Schema fits the addresses that moved', () => {
	const at = { origin: '', base: '/v1.0/docs' };
	const schema = getMove('a.json')?.('{"pattern":"^/rules/[a-z]+/$"}', at) ?? '';
	const { pattern } = JSON.parse(schema) as { pattern: string };
	assert.match('/v1.0/docs/rules/a/', new RegExp(pattern));
	assert.doesNotMatch('/v1x0/docs/rules/a/', new RegExp(pattern));
});

test('feeds, site maps and OpenSearch descriptions move, absolute or not', () => {
	check('changes.xml', [
		['<link rel="self" href="/changes.xml"/>', '<link rel="self" href="/base/changes.xml"/>'],
		['<loc>https://docs.example/a/</loc>', '<loc>https://docs.example/base/a/</loc>'],
		['<link>/a/</link>', '<link>/base/a/</link>'],
		['<id>urn:plumbline:changes</id>'],
		['<content type="text">/rules/ and https://docs.example/a/</content>'],
		[
			'<Url template="https://docs.example/search/?q={searchTerms}"/>',
			'<Url template="https://docs.example/base/search/?q={searchTerms}"/>',
		],
		['<Image>https://docs.example/a.svg</Image>', '<Image>https://docs.example/base/a.svg</Image>'],
	]);
});

test('the column of addresses moves in CSV', () => {
	check('rules.csv', [
		[
			'id,title,url,note\r\nA,"a, ""b""\n/c/",/rules/a/,/health\r\nB,/x/,"/rules/b/",\r\n',
			'id,title,url,note\r\nA,"a, ""b""\n/c/",/base/rules/a/,/health\r\nB,/x/,"/base/rules/b/",\r\n',
		],
		['id,title\nA,/rules/\n'],
	]);
});

test('robots.txt moves', () => {
	check('robots.txt', [
		[
			'User-agent: *\nAllow: /\nSitemap: https://docs.example/a.xml\n',
			'User-agent: *\nAllow: /base/\nSitemap: https://docs.example/base/a.xml\n',
		],
	]);
});

test('the search engine and scripts stay, and other files hold no text', () => {
	check('pagefind/pagefind-entry.json', [['{"url":"/a/"}']]);
	check('_astro/a.js', [['fetch("/a/")']]);
	for (const name of ['a.png', 'a.woff2', '.nojekyll']) assert.equal(getMove(name), undefined);
});
