import assert from 'node:assert/strict';
import test from 'node:test';
import { makeGuideProcessor } from './guide-markdown.ts';

const diagram = [
	'```mermaid',
	'flowchart LR',
	'\taccTitle: A title',
	'\taccDescr: A description.',
	'\ta[A] --> b[B]',
	'```',
].join('\n');

/** With Astro's own highlighting off, as the site has it. */
async function render(text: string): Promise<string> {
	const processor = makeGuideProcessor([{ code: 'SEC-014', title: 'Limit logins' }]);
	const renderer = await processor.createRenderer({ syntaxHighlight: false });
	return (await renderer.render(text)).code;
}

test('the code of a rule is a link in text, and none in code', async () => {
	const html = await render('See [SEC-014], not `[SEC-014]`.\n\n```sql\n-- [SEC-014]\n```');
	assert.match(html, /See <a href="\/rules\/sec-014\/" class="rule-link">SEC-014<span/);
	assert.equal(html.match(/<a /g)?.length, 1);
	assert.match(html, /<span class="hljs-comment">-- \[SEC-014\]<\/span>/);
});

test('code is highlighted, named, and has the title that its info string gives', async () => {
	const html = await render('```sql title="A query" run\nSELECT 1\n```');
	assert.equal(
		html.trim(),
		'<figure class="code-figure"><figcaption>A query</figcaption>' +
			'<pre class="code" data-language="sql" role="group" aria-label="A query" tabindex="0"><code>' +
			'<span class="hljs-keyword">SELECT</span> <span class="hljs-number">1</span></code></pre></figure>',
	);
});

test('code without a language keeps its text', async () => {
	assert.match(await render('```\na  <b>\n\n\n```'), /<code>a {2}&lt;b&gt;\n\n<\/code><\/pre>/);
	assert.match(await render('    indented'), /<pre class="code" [^>]*><code>indented<\/code>/);
});

test('a Mermaid source is a figure with its text, and each page counts its own ids', async () => {
	const [first, second] = await Promise.all([render(`${diagram}\n\n${diagram}`), render(diagram)]);
	const getIds = (html: string): string[] =>
		[...html.matchAll(/<figure class="diagram" id="([^"]*)"/g)].map(([, id = '']) => id);
	assert.deepEqual(getIds(first), ['pl-diagram-a-title', 'pl-diagram-a-title-2']);
	assert.deepEqual(getIds(second), ['pl-diagram-a-title']);
	assert.match(second, /<svg [^>]*viewBox="[^"]*"[^>]*>.*<summary>Diagram as text<\/summary>/s);
});
