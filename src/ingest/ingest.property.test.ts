import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { IngestResult } from './index.ts';
import { splitWords } from './classify/vocabulary.ts';
import { needsGfm, parseMarkdown } from './read/parse.ts';
import { ingestTexts } from './testing.ts';

const sources = join(import.meta.dirname, '../../content/sources');
const documents = readdirSync(sources).map((name) => readFileSync(join(sources, name)));

/** Another value draws other texts: `FC_SEED=12 npm run unit`. */
const seed = Number(process.env.FC_SEED ?? 7);

const word = fc.constantFrom(
	'rate',
	'limit',
	'secret',
	'index',
	'Redis',
	'constructor',
	'__proto__',
	'é',
	'漢字',
	'😀',
	'**bold**',
	'`code`',
	'[link](x.md)',
	'[a](#b)',
	'<b>',
	'</b>',
	'<T>',
	'a_b',
	'~~x~~',
	'www.example.com',
	'x@y.zz',
	'&amp;',
	'\\',
	'*',
	'_',
	'[',
	']',
	'!',
	'|',
	'[^1]',
	'{{x}}',
	'$1',
	'✅',
	'❌',
	'Label:',
	'<!-- topic: api -->',
);
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const prefix = fc.constantFrom(
	'',
	'',
	'# ',
	'## ',
	'#### ',
	'- ',
	'- [ ] ',
	'* ',
	'1. ',
	'  - ',
	'    - ',
	'      ',
	'> ',
	'> > ',
	'> - ',
	'| a | b |\n|---|---|\n| ',
	'```\n',
	'~~~js\n',
	'<tag_name>\n',
	'</tag_name>\n',
	'<div>\n',
	'<!-- x -->\n',
	'[^1]: ',
	'[ref]: ',
	'---\n',
	'***\n',
	'\t',
	'\n',
	'=== ',
	'- ❌ ',
	'✅ ',
);
const markdown = fc
	.array(fc.tuple(prefix, line, fc.constantFrom('\n', '\n\n', '  \n', '\r\n')), { maxLength: 25 })
	.map((lines) => lines.map((parts) => parts.join('')).join(''));

const mutation = fc.record({
	at: fc.nat(),
	length: fc.nat({ max: 30 }),
	bytes: fc.uint8Array({ maxLength: 8 }),
});

function mutate(
	bytes: Uint8Array,
	changes: { at: number; length: number; bytes: Uint8Array }[],
): Uint8Array {
	return changes.reduce((text, { at, length, bytes: inserted }) => {
		const start = at % (text.length + 1);
		return Uint8Array.from([...text.slice(0, start), ...inserted, ...text.slice(start + length)]);
	}, bytes);
}

/** Whatever comes in: nothing is lost, anchors are unique and on the page, and it is the same again. */
function checkResult(result: IngestResult, again: IngestResult): void {
	assert.deepEqual(result.documents, again.documents);
	assert.deepEqual(result.findings, again.findings);
	for (const { lost, lines, statements, headings, html } of result.documents) {
		assert.deepEqual(lost, []);
		assert.equal(lines.kept + lines.skipped.length, lines.text);
		const anchors = [...statements, ...headings].map(({ anchor }) => anchor);
		assert.equal(new Set(anchors).size, anchors.length);
		const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
		assert.equal(new Set(ids).size, ids.length, html);
		for (const { anchor } of statements) assert.ok(ids.includes(anchor), `${anchor} in ${html}`);
		assert.doesNotMatch(html, /<(script|style|iframe|img|svg|input|form)[\s>]/i);
	}
}

test('any Markdown is ingested without loss, and again with the same result', () => {
	fc.assert(
		fc.property(markdown, (text) => {
			checkResult(ingestTexts({ 'a.md': text }), ingestTexts({ 'a.md': text }));
		}),
		{ numRuns: 1_500, seed },
	);
});

test('the six documents with bytes changed at random are ingested, or refused with a finding', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...documents),
			fc.array(mutation, { minLength: 1, maxLength: 6 }),
			(document, changes) => {
				const texts = { 'a.md': mutate(document, changes) };
				const result = ingestTexts(texts);
				checkResult(result, ingestTexts(texts));
				const refused = result.findings.some(({ severity }) => severity === 'error');
				assert.ok(refused || result.documents.length > 0);
			},
		),
		{ numRuns: 250, seed },
	);
});

test('every word of a plain text is in a statement or a heading', () => {
	const plainLine = fc
		.array(fc.stringMatching(/^[A-Za-z]{1,9}$/), { minLength: 1, maxLength: 6 })
		.map((words) => words.join(' '));
	const plainPrefix = fc.constantFrom(
		'',
		'# ',
		'### ',
		'- ',
		'  - ',
		'1. ',
		'> ',
		'- [ ] ',
		'- **Label**: ',
	);
	const text = fc
		.array(fc.tuple(plainPrefix, plainLine, fc.constantFrom('\n', '\n\n')), { maxLength: 20 })
		.map((lines) => lines.map((parts) => parts.join('')).join(''));
	fc.assert(
		fc.property(text, (source) => {
			const result = ingestTexts({ 'a.md': source });
			const kept = result.documents.flatMap(({ statements, headings }) =>
				[...statements, ...headings].flatMap((each) => splitWords(each.text)),
			);
			// The number of an ordered item is its mark, not its text.
			const words = splitWords(source).filter((each) => each !== '1');
			assert.deepEqual(kept.sort(), words.sort());
		}),
		{ numRuns: 500, seed },
	);
});

/** Lines and columns of a tree; offsets and the root's own position are not used. */
function withPlaces(tree: Root): unknown {
	return JSON.parse(
		JSON.stringify(tree.children, (key, value: unknown) => (key === 'offset' ? undefined : value)),
	);
}

test('a text that needs no GFM has the same tree with and without it', () => {
	const full = unified().use(remarkParse).use(remarkGfm).freeze();
	const simple = fc
		.array(fc.tuple(prefix, line), { maxLength: 12 })
		.map((lines) => lines.map((parts) => parts.join('')).join('\n'))
		.filter((text) => !needsGfm(text) && !/^<\/?tag_name>/m.test(text));
	fc.assert(
		fc.property(simple, (text) => {
			assert.deepEqual(withPlaces(parseMarkdown(text)), withPlaces(full.parse(text)));
		}),
		{ numRuns: 300, seed },
	);
});

test('a text parsed in chunks has the same tree as in one', () => {
	const pieces = fc.array(
		fc.oneof(markdown, fc.constant('\n\nNew paragraph\n\n'), fc.constant('\n\n# New\n\n')),
		{
			maxLength: 8,
		},
	);
	fc.assert(
		fc.property(pieces, (parts) => {
			const text = parts.join('').replace(/\r/g, '');
			assert.deepEqual(withPlaces(parseMarkdown(text, 20)), withPlaces(parseMarkdown(text, 1e9)));
		}),
		{ numRuns: 1_000, seed },
	);
});
