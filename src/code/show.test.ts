import assert from 'node:assert/strict';
import test from 'node:test';
import { toHtml } from 'hast-util-to-html';
import type { Code } from 'mdast';
import { getText, sources } from '../diagrams/testing.ts';
import { highlight } from './highlight.ts';
import { makeCodeShower } from './show.ts';

function makeCode(value: string, info = ''): Code {
	const [lang = '', ...words] = info.split(' ');
	return { type: 'code', value, lang: lang || null, meta: words.join(' ') || null };
}

function show(value: string, info = ''): string {
	return toHtml(makeCodeShower()(makeCode(value, info)));
}

const samples: Record<string, string> = {
	bash: `curl -s "$BASE/x" | jq '.id' # <once>\n`,
	diff: '- a\n+ b\n\n',
	dockerfile: 'FROM node:24\nRUN npm ci && true',
	graphql: 'type Query { a(b: Int! = 2): [C!]! @d }',
	http: 'POST /x HTTP/1.1\nA: "b"\n\n{ "c": 1 }',
	ini: '[a]\nb = "c" ; d',
	java: 'class A<T> { int b = 1_000; /* c */ }',
	javascript: 'const a = `b ${c} d`; // <e>',
	json: '{ "a": [1, null, "é & <b>"] }',
	lua: 'local a = redis.call("GET", KEYS[1])',
	markdown: '# A\n\n- **b** `c` [d](e)',
	nginx: 'location / { proxy_pass http://a; }',
	properties: 'a.b=c\n# d',
	protobuf: 'message A { string b = 1; }',
	python: 'def a(b: int = 1) -> None:\n\t"""c"""',
	sql: "SELECT 'a''b' AS c -- d\nFROM e WHERE f <> 1 AND g && h;",
	typescript: 'export const a = <T,>(b: T): T => b;',
	xml: '<a b="c">&amp;<!-- d --></a>',
	yaml: 'a: &b\n  - "c"\n  - *b # d',
};

for (const [language, code] of Object.entries(samples)) {
	test(`${language} is highlighted and keeps its text`, () => {
		const { name, parts } = highlight(code, language);
		assert.ok(name);
		assert.equal(parts.map(getText).join(''), code);
		assert.ok(parts.some((part) => part.type === 'element'));
	});
}

test('short names of languages are known', () => {
	const names = ['sh', 'ts', 'js', 'proto', 'yml', 'py', 'md'].map(
		(each) => highlight('', each).name,
	);
	assert.deepEqual(names, [
		'Shell',
		'TypeScript',
		'JavaScript',
		'Protocol Buffers',
		'YAML',
		'Python',
		'Markdown',
	]);
});

test('a language that is highlighted as another keeps its own name', () => {
	const { name, parts } = highlight('<a>b</a>', 'html');
	assert.equal(name, 'HTML');
	assert.ok(parts.some((part) => part.type === 'element'));
	assert.equal(highlight('a = 1', 'toml').name, 'TOML');
});

test('a block can be reached and is named', () => {
	assert.equal(
		show('SELECT 1', 'sql run'),
		'<pre class="code" data-language="sql" role="group" aria-label="SQL code" tabindex="0"><code>' +
			'<span class="hljs-keyword">SELECT</span> <span class="hljs-number">1</span></code></pre>',
	);
});

test('code of an unknown language or none stays plain', () => {
	assert.match(show('if <x>', 'klingon'), /data-language="klingon".*<code>if &#x3C;x><\/code>/);
	assert.match(show('if x'), /^<pre class="code" role="group" aria-label="Code" tabindex="0">/);
	assert.match(show('if x', 'constructor'), /<code>if x<\/code>/);
});

test('of the info string, the title and the reason are shown', () => {
	assert.match(
		show('a', 'nginx title="The gateway" unchecked="needs a running nginx"'),
		/^<figure class="code-figure"><figcaption>The gateway<\/figcaption><pre .*aria-label="The gateway".*<\/pre><p class="code-note">Not run: needs a running nginx\.<\/p><\/figure>$/,
	);
	for (const info of ['sql run', 'sql run error=42501', 'yaml openapi', 'ts check']) {
		assert.match(show('a', info), /^<pre .*<code>.*<\/pre>$/);
	}
});

test('a diagram is a figure with its title and its text', () => {
	const html = show(sources.flowchart ?? '', 'mermaid');
	assert.match(
		html,
		/^<figure class="diagram" id="pl-diagram-a-title"><div class="diagram-scroll" role="region" aria-label="Diagram: A title" tabindex="0"><svg /,
	);
	assert.match(
		html,
		/<figcaption>A title<\/figcaption><details><summary>Diagram as text<\/summary><p>A description\.<\/p><ul><li>Request → Known<\/li>/,
	);
});

test('two diagrams of one title have their own ids', () => {
	const showCode = makeCodeShower();
	const node = makeCode(sources.sequence ?? '', 'mermaid');
	const ids = [showCode(node), showCode(node)].map(({ properties }) => properties.id);
	assert.deepEqual(ids, ['pl-diagram-a-title', 'pl-diagram-a-title-2']);
});

test('a diagram that cannot be drawn is shown as its source', () => {
	assert.match(show('pie\n  "a": 1', 'mermaid'), /^<pre class="code" data-language="mermaid"/);
});
