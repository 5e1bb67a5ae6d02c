import assert from 'node:assert/strict';
import test from 'node:test';
import { parseMarkdown } from '../read/parse.ts';
import { ingestText, ingestTexts } from '../testing.ts';
import { makeElement } from './element.ts';
import { render } from './render.ts';

const hostile: Record<string, { text: string; shown: string; code?: string }> = {
	'a script': {
		text: '<script>alert(1)</script>',
		shown: '&#x3C;script>alert(1)&#x3C;/script>',
		code: 'raw-html',
	},
	'an event handler': {
		text: 'a <img src=x onerror=alert(1)> b',
		shown: '&#x3C;img src=x onerror=alert(1)>',
		code: 'raw-html',
	},
	'an iframe': {
		text: '<iframe src="https://example.com"></iframe>',
		shown: '&#x3C;iframe',
		code: 'raw-html',
	},
	'a style': { text: '<style>body{display:none}</style>', shown: '&#x3C;style>', code: 'raw-html' },
	'an attribute for the search index': {
		text: '<p data-pagefind-body>x</p>',
		shown: '&#x3C;p data-pagefind-body>',
		code: 'raw-html',
	},
	'a script link': { text: '[go](javascript:alert(1))', shown: 'go', code: 'link-unsafe' },
	'a script link in disguise': {
		text: '[go](<java\tscript:alert(1)>)',
		shown: 'go',
		code: 'link-unsafe',
	},
	'a data link by reference': {
		text: '[go][x]\n\n[x]: data:text/html,hello',
		shown: 'go',
		code: 'link-unsafe',
	},
	'a remote picture': {
		text: '![alt text](https://example.com/x.png)',
		shown: 'Image: alt text',
		code: 'image-as-link',
	},
	JSX: {
		text: 'Use <Component client:load /> and {props.x}',
		shown: '&#x3C;Component client:load />',
		code: 'raw-html',
	},
	'an import of MDX': {
		text: "import X from './x.astro'\n\nexport const y = 1",
		shown: "import X from './x.astro'",
	},
	'template syntax': {
		text: '{{ user.name }} <%= x %> ${y}',
		shown: '{{ user.name }} &#x3C;%= x %> ${y}',
	},
	'a directive of Astro': {
		text: '<div set:html={x} is:inline>',
		shown: '&#x3C;div set:html={x} is:inline>',
	},
};

for (const [name, { text, shown, code }] of Object.entries(hostile)) {
	test(`${name} is text or left out, and nothing of it is live`, () => {
		const { documents, findings } = ingestTexts({ 'a.md': `Before.\n\n${text}\n` });
		const html = documents[0]?.html ?? '';
		assert.ok(html.includes(shown), html);
		const tags = html.replace(/"[^"]*"/g, '""');
		assert.doesNotMatch(tags, /<(script|img|iframe|style|div|Component)\b/i);
		assert.doesNotMatch(html, /href="(?!\/|#|https?:)/i);
		if (code) assert.ok(findings.some((finding) => finding.code === code));
	});
}

test('links between documents lead to their pages', () => {
	const { documents, findings } = ingestTexts({
		'a.md': '- See [b](sub/b.md#part) and [here](#top-part)\n\n## Top part\n\n- x',
		'sub/b.md': '## Part\n\n- Back to [a](../a.md)',
	});
	assert.deepEqual(findings, []);
	assert.match(documents[0]?.html ?? '', /href="\/sources\/sub-b\/#part"/);
	assert.match(documents[0]?.html ?? '', /href="#top-part"/);
	assert.match(documents[1]?.html ?? '', /href="\/sources\/a\/"/);
});

test('a term is linked at its first mention, and not in code, links or headings', () => {
	const { html } = ingestText(
		'# Rate limiting\n\n`rate limit` and [a rate limit](https://example.com).\n\n- A rate limit\n- Another rate limit\n- The rest of it; REST is next\n- Read replicas help\n- Version control\n',
	);
	const links = [...html.matchAll(/<a href="\/glossary\/#([\w-]+)" class="term">([^<]+)</g)];
	assert.deepEqual(
		links.map(([, slug, text]) => [slug, text]),
		[
			['rate-limiting', 'rate limit'],
			['rest', 'REST'],
			['read-replica', 'Read replicas'],
		],
	);
});

test('a term is not linked inside an identifier or a compound', () => {
	const { html } = ingestText(
		'- the rest_id column, a non-REST call, REST-ful, then REST itself\n',
	);
	assert.equal(html.match(/class="term"/g)?.length, 1);
	assert.match(html, /then <a href="\/glossary\/#rest" class="term">REST<\/a> itself/);
});

const plain = {
	file: 'a.md',
	decorations: new Map(),
	urlOfDocument: () => undefined,
	headingShift: 0,
	linkTerms: () => undefined,
	linkRules: () => undefined,
};

test('code is shown as the settings say, in its place and as it is', () => {
	const tree = parseMarkdown('- a\n\n  ```x y\n  <b>\n  ```\n\n```z\nc\n```\n\n    d\n');
	const html = render(tree, {
		...plain,
		showCode: ({ lang, meta, value }) =>
			lang === 'z'
				? undefined
				: makeElement('svg', [{ type: 'text', value }], { id: `i-${meta}`, viewBox: '0 0 1 1' }),
	});
	assert.match(html, /<li>.*<svg id="i-y" viewBox="0 0 1 1">&#x3C;b><\/svg>\s*<\/li>/s);
	assert.match(html, /<pre><code class="language-z">c\n<\/code><\/pre>/);
	assert.match(html, /<svg id="i-null" viewBox="0 0 1 1">d<\/svg>$/);
	assert.doesNotMatch(html, /pl-shown/);
});

test('code is rendered as usual without such a setting', () => {
	assert.equal(
		render(parseMarkdown('```mermaid\nflowchart LR\n```\n'), plain),
		'<pre><code class="language-mermaid">flowchart LR\n</code></pre>',
	);
});
