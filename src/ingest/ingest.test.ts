import assert from 'node:assert/strict';
import test from 'node:test';
import { findStatement, ingestText, ingestTexts } from './testing.ts';

test('the title comes from front matter, else the first heading, else the file name', () => {
	const titles = ingestTexts({
		'a.md': '---\ntitle: From title\nname: From name\n---\n# H\n\n- x',
		'b.md': '---\nname: From name\n---\n# H\n\n- x',
		'c.md': 'text\n\n## First *heading*\n',
		'sub/d-file.md': '- x',
		'e.md': '---\ntitle: [a, list]\n---\n# H\n\n- x',
	}).documents.map(({ title }) => title);
	assert.deepEqual(titles, ['From title', 'From name', 'First heading', '["a","list"]', 'd-file']);
});

test('items know their parents, and lists the line that introduces them', () => {
	const document = ingestText('Rules for all:\n\n- Outer\n  - Inner\n\n    More of it\n- Next\n');
	const lead = findStatement(document, 'Rules');
	const outer = findStatement(document, 'Outer');
	assert.equal(outer.parent, lead.anchor);
	assert.equal(findStatement(document, 'Inner').parent, outer.anchor);
	assert.equal(findStatement(document, 'Inner').text, 'Inner More of it');
	assert.equal(findStatement(document, 'Next').parent, lead.anchor);
});

test('bold lead-ins become labels', () => {
	const document = ingestText(
		'**Startup**:\n\n- **One:** first\n- **Two**: second\n- **Bold** in a sentence\n- **Wholly bold.**\n- **Group**\n  - inner\n',
	);
	const labels = document.statements.map(({ label }) => label);
	assert.deepEqual(labels, ['Startup', 'One', 'Two', undefined, undefined, 'Group', undefined]);
});

test('each construct is a statement of its own, with its lines', () => {
	const document = ingestText(
		'# H\n\nA paragraph\nof two lines.\n\n- [ ] A task\n\n| a | b |\n|---|---|\n| x | y |\n\n```sql\nselect 1;\n\nselect 2;\n```\n\n> Quoted\n\nSee[^1].\n\n[^1]: A note\n',
	);
	assert.deepEqual(
		document.statements.map(({ construct, line, endLine, text }) => [
			construct,
			line,
			endLine,
			text,
		]),
		[
			['paragraph', 3, 4, 'A paragraph of two lines.'],
			['task', 6, 6, 'A task'],
			['row', 10, 10, 'x · y'],
			['code', 12, 16, 'select 1;\n\nselect 2;'],
			['paragraph', 18, 18, 'Quoted'],
			['paragraph', 20, 20, 'See.'],
			['paragraph', 22, 22, 'A note'],
		],
	);
	assert.deepEqual(
		document.lines.skipped.map(({ line, reason }) => [line, reason]),
		[
			[1, 'heading'],
			[8, 'table head'],
			[9, 'table head'],
		],
	);
});

test('lists of names yield technologies, and other lists after a colon do not', () => {
	const document = ingestText(
		'# Tools\n\n- Databases: PostgreSQL, MongoDB and DynamoDB\n- Logs: structured, with IDs\n- Note: see the text\n',
	);
	assert.deepEqual(
		document.statements.map(({ technologies, kind }) => [technologies, kind]),
		[
			[['PostgreSQL', 'MongoDB', 'DynamoDB'], 'technology'],
			[undefined, 'practice'],
			[undefined, 'practice'],
		],
	);
});

test('tag-like sections are sections: nested, and ending the list above', () => {
	const document = ingestText(
		'<outer>\n- in outer\n<inner_part>\n\n- in inner\n</inner_part>\n\n- again outer\n</outer>\n\noutside\n',
	);
	assert.deepEqual(
		document.statements.map(({ text, path }) => [text, path]),
		[
			['in outer', ['Outer']],
			['in inner', ['Outer', 'Inner part']],
			['again outer', ['Outer']],
			['outside', []],
		],
	);
});

test('a tag in code is code, and a tag of HTML is text', () => {
	const document = ingestText('```\n<section_one>\n```\n\n<div>\n\ntext\n');
	assert.deepEqual(document.headings, []);
	assert.equal(document.statements[0]?.text, '<section_one>');
	assert.equal(document.statements[1]?.text, '<div>');
});

test('lines that all start with a mark are statements of their own', () => {
	const document = ingestText('### Will not do\n\n❌ Run servers  \n❌ Draw pictures\n');
	assert.deepEqual(
		document.statements.map(({ text, line, kind }) => [text, line, kind]),
		[
			['❌ Run servers', 3, 'context'],
			['❌ Draw pictures', 4, 'context'],
		],
	);
});

test('several roles in one file are kept apart', () => {
	const { documents } = ingestTexts({
		'two.md':
			'---\nname: first\n---\n\nYou are a tester.\n\n- a\n\n# Second\n\n**Role**: An architect.\n\n- b\n',
		'one.md': '# One\n\ntext\n\n# Two\n\nmore text\n',
	});
	assert.deepEqual(
		documents.map(({ id, title, range }) => [id, title, range]),
		[
			['one', 'One', [1, 7]],
			['two', 'first', [1, 8]],
			['two-second', 'Second', [9, 13]],
		],
	);
});

test('headings named like properties, repeated ones and skipped levels are built', () => {
	const document = ingestText(
		'# constructor\n\n- a\n\n## \\_\\_proto\\_\\_\n\n- b\n\n#### Deep\n\n- c\n\n## constructor\n\n- d\n\n## _top\n\n- e\n',
	);
	assert.deepEqual(
		document.headings.map(({ anchor }) => anchor),
		['constructor', '__proto__', 'deep', 'constructor-1', '_top'].map((anchor) =>
			anchor === 'constructor-1'
				? 'constructor-2'
				: anchor.startsWith('_')
					? `h-${anchor}`
					: anchor,
		),
	);
	assert.deepEqual(findStatement(document, 'c').path, ['constructor', '__proto__', 'Deep']);
});

const longList =
	'- Rate limit public endpoints\n- Index what is read often\n- Never log a secret\n';

test('an anchor stays when text around it changes, and when items move', () => {
	const before = ingestText(`# One\n\n${longList}`);
	const after = ingestText(
		'# Renamed\n\nA new paragraph.\n\n- Never log a secret\n- New\n- Rate limit public endpoints\n',
	);
	for (const words of ['Rate limit', 'Never log']) {
		assert.equal(findStatement(after, words).anchor, findStatement(before, words).anchor);
	}
});

test('two statements of the same words have different anchors, which stay when their sections move', () => {
	const first = '## Alpha\n\n- Test failure scenarios\n\n';
	const second = '## Beta\n\n- Test failure scenarios\n\n';
	const anchorsOf = (text: string): Map<string, string> =>
		new Map(ingestText(text).statements.map(({ path, anchor }) => [path[0] ?? '', anchor]));
	const before = anchorsOf(first + second);
	assert.equal(new Set(before.values()).size, 2);
	assert.deepEqual(anchorsOf(second + first), new Map([...before].reverse()));
});

test('text that looks like an anchor of ours takes none away', () => {
	const real = ingestText(longList).statements[0]?.anchor ?? '';
	const document = ingestText(`## ${real}\n\n${longList}`);
	assert.equal(document.statements[0]?.anchor, real);
	assert.notEqual(document.headings[0]?.anchor, real);
});

test('topics are decided in order, each with its reason', () => {
	const document = ingestText(
		[
			'## Security baseline',
			'- Rate limit the login',
			'- Keep it tidy',
			'- Keep it neat <!-- topic: database -->',
			'',
			'## Anything',
			'- **Databases**: keep them small',
			'  - and quiet',
			'- nothing known',
			'',
			'API endpoints:',
			'',
			'- keep them few',
			'',
			'<!-- topic: security -->',
			'',
			'## Another',
			'- rate limit again',
		].join('\n'),
	);
	assert.deepEqual(
		document.statements.map(({ topic, how }) => [topic, how]),
		[
			['api', "vocabulary: 'rate limit' → api"],
			['security', 'heading: “Security baseline” → security'],
			['database', 'override: database'],
			['database', "label: 'database' → database"],
			['database', "introduced by: 'database' → database"],
			[null, 'unsorted: no heading and no word of the vocabulary decides'],
			['api', "label: 'api' → api"],
			['api', "introduced by: 'api' → api"],
			['security', 'override of the heading “Another”: security'],
		],
	);
});

test('where topics tie, the one that the headings name wins, else the one named first', () => {
	const topicOf = (text: string): string | null | undefined =>
		ingestText(text).statements[0]?.topic;
	assert.equal(topicOf('- a secret index'), 'security');
	assert.equal(topicOf('## Databases\n\n- a secret index'), 'database');
});

test('kinds come from constructs, wording, lead-ins and headings', () => {
	const kindsOf = (text: string): string[] => ingestText(text).statements.map(({ kind }) => kind);
	assert.deepEqual(kindsOf('- [ ] box\n- Never trust it\n- Who owns it?\n- Do it'), [
		'check',
		'anti-pattern',
		'question',
		'practice',
	]);
	assert.deepEqual(kindsOf('## Anti-patterns\n\n- Big functions\n'), ['anti-pattern']);
	assert.deepEqual(kindsOf('Avoid:\n\n- Big functions\n'), ['anti-pattern', 'anti-pattern']);
	assert.deepEqual(kindsOf('## Principles\n\n### Data\n\n- Put integrity first\n'), ['principle']);
	assert.deepEqual(kindsOf('## Success metrics\n\n- Uptime\n'), ['metric']);
	assert.deepEqual(kindsOf('## Workflow\n\n1. Ask\n'), ['step']);
	assert.deepEqual(kindsOf('A paragraph.'), ['context']);
	assert.deepEqual(kindsOf('<!-- kind: metric -->\n\n- One\n- Two <!-- kind: step -->\n'), [
		'metric',
		'step',
	]);
});

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

test('keys that a site generator would act on are data of the document', () => {
	const document = ingestText(
		'---\ndraft: true\nslug: /\nhead: x\npagefind: false\n---\n\n- text\n',
	);
	assert.equal(document.id, 'one');
	assert.deepEqual(
		document.frontMatter.map(({ key, value }) => [key, value]),
		[
			['draft', 'true'],
			['slug', '/'],
			['head', 'x'],
			['pagefind', 'false'],
		],
	);
});

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

test('a dead link is an error in the own content of the site', () => {
	const texts = { 'a.md': '- See [b](b.md)' };
	const severityOf = (isOwn: boolean): string | undefined =>
		ingestTexts(texts, { isOwn }).findings.find(({ code }) => code === 'document-missing')
			?.severity;
	assert.equal(severityOf(false), 'warning');
	assert.equal(severityOf(true), 'error');
});

test('own documents that the ledger does not know are reported', () => {
	const { findings } = ingestTexts({ 'a.md': '- x\n- y' }, { isOwn: true });
	assert.deepEqual(
		findings.map(({ message }) => message),
		['Unexpected ledger: 2 statements not recorded, 0 recorded ones gone.'],
	);
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

test('a result that is still good is reused, unless a link of it changed its target', () => {
	const before = ingestTexts({ 'a.md': '- [b](b.md)' });
	assert.equal(before.documents[0]?.links[0]?.found, false);
	const after = ingestTexts({ 'a.md': '- [b](b.md)', 'b.md': '- x' });
	assert.equal(after.documents[0]?.links[0]?.found, true);
});
