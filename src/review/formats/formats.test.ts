import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { applyChange, getStep, makeItem, type Step, undoStep } from '../change.ts';
import { mergeReviews } from '../merge.ts';
import type { Review } from '../model.ts';
import { anyChange, anyReview, catalog } from '../testing.ts';
import { formatReviewCsv } from './csv.ts';
import { formatJson, parseJson } from './json.ts';
import { decodeReview, encodeReview } from './link.ts';
import { formatMarkdown, formatTasks, parseMarkdown } from './markdown.ts';
import { readReview, type ReadResult } from './shape.ts';

const base = 'https://plumbline.example';

function parse(text: string): ReadResult {
	return parseMarkdown(text, () => 'newid12345', '2026-11-21');
}

function getProblem(result: ReadResult): string {
	assert.ok('problem' in result, 'expected a problem');
	return result.problem;
}

const review: Review = {
	id: 'abcdefghij',
	name: 'Checkout <b>v2</b>',
	created: '2026-11-21',
	release: '1.0.0',
	scope: [{ codes: ['SEC-001', 'SEC-014'] }],
	leftOut: [],
	items: {
		'API-001': {
			...makeItem(1),
			answer: 'not met',
			reason: '- first\n1. second\n# third\n@team <script>alert(1)</script>',
			edits: { ann: 2 },
		},
		'SEC-001': { ...makeItem(2), answer: 'met', evidence: 'https://example.com/a_b?c=@d' },
		'SEC-014': { ...makeItem(1), answer: 'not applicable' },
	},
};

test('JSON, Markdown and a link come back exactly', async () => {
	await fc.assert(
		fc.asyncProperty(anyReview, async (each) => {
			assert.deepEqual(parseJson(formatJson(each)), { review: each });
			assert.deepEqual(parse(formatMarkdown(each, catalog, base)), { review: each });
			assert.deepEqual(await decodeReview(await encodeReview(each)), { review: each });
		}),
		{ numRuns: 300 },
	);
});

/** Ways out and in again, and a merge with what was handed out before: none of them changes a review. */
const detours = {
	json: (now: Review): ReadResult => parseJson(formatJson(now)),
	markdown: (now: Review): ReadResult => parse(formatMarkdown(now, catalog, base)),
	link: async (now: Review): Promise<ReadResult> => decodeReview(await encodeReview(now)),
	merge: (now: Review, earlier: Review): ReadResult => mergeReviews(now, earlier),
};

type Detour = keyof typeof detours;

const anyMove = fc.oneof(
	{ weight: 4, arbitrary: anyChange },
	fc.constant('undo' as const),
	fc.constantFrom(...(Object.keys(detours) as Detour[])),
);

test('changes and undos end in the same state, with and without ways out, in, and merges', async () => {
	await fc.assert(
		fc.asyncProperty(anyReview, fc.array(anyMove, { maxLength: 12 }), async (start, moves) => {
			const play = async (withDetours: boolean): Promise<Review> => {
				let now = start;
				const steps: (Step | undefined)[] = [];
				for (const move of moves) {
					if (typeof move === 'object') {
						const next = applyChange(now, move, 'ann');
						steps.push(getStep(now, next));
						now = next;
					} else if (move === 'undo') {
						const step = steps.pop();
						if (step) now = undoStep(now, step, 'ann');
					} else if (withDetours) {
						const result = await detours[move](now, start);
						assert.ok('review' in result);
						now = result.review;
					}
				}
				return now;
			};
			const sorted = (review: Review): unknown => JSON.parse(formatJson(review));
			const [direct, around] = await Promise.all([play(false), play(true)]);
			assert.deepEqual(sorted(around), sorted(direct));
		}),
		{ numRuns: 300 },
	);
});

test('a report begins with what blocks and names each rule with its revision', () => {
	const text = formatMarkdown(review, catalog, base);
	const headings = text.match(/^## .*$/gm);
	assert.deepEqual(headings, [
		'## Blocking (1)',
		'## Met (1)',
		'## Not applicable (1)',
		'## Numbers',
	]);
	assert.match(
		text,
		/\*\*\[API-001\]\(https:\/\/plumbline\.example\/rules\/api-001\/\?rev=1\)\*\*/,
	);
	assert.match(text, /No reason given/);
	assert.match(text, /Evidence: <https:\/\/example\.com\/a_b\?c=@d>/);
});

test('what a reader wrote is text in Markdown', () => {
	const visible = formatMarkdown(review, catalog, base).split('<!--')[0] ?? '';
	assert.doesNotMatch(visible, /(?<!\\)<(?!https?:)/);
	assert.doesNotMatch(visible, /@team/);
	assert.doesNotMatch(visible, /^\s*(?:# third|1\. second)/m);
});

test('Markdown edited by hand is read by its parts', () => {
	const text = `# Review: By hand\n\n## Met (9)\n\n- **[SEC-001](${base}/rules/sec-001/?rev=2)** whatever\n  - Note: seen\n\n## To do\n\n* **[API-002](/rules/api-002/)** x\n`;
	const result = parse(text);
	assert.ok('review' in result);
	assert.equal(result.review.id, 'newid12345');
	assert.equal(result.review.name, 'By hand');
	assert.equal(result.review.items['SEC-001']?.note, 'seen');
	assert.equal(result.review.items['SEC-001'].revision, 2);
	assert.equal(result.review.items['API-002']?.answer, 'not met');
});

test('what was edited by hand in the Markdown is an edit that a merge takes or shows', () => {
	const text = formatMarkdown(review, catalog, base).replace('## Met (1)', '## To do (1)');
	const result = parse(text);
	assert.ok('review' in result);
	assert.deepEqual(mergeReviews(review, result.review).taken, ['SEC-001']);
	const mine = applyChange(
		review,
		{ type: 'write', code: 'SEC-001', field: 'note', text: 'newer' },
		'ann',
	);
	assert.deepEqual(
		mergeReviews(mine, result.review).conflicts.map(({ code }) => code),
		['SEC-001'],
	);
});

test('a rule under a heading of one’s own is not answered, and harms no other', () => {
	const result = parse(
		`## Met\n\n- **[SEC-001](/rules/sec-001/?rev=1)** x\n  - Evidence: good\n\n## Later\n\n- **[API-001](/x/?rev=1)** y\n  - Note: mine\n`,
	);
	assert.ok('review' in result);
	assert.equal(result.review.items['SEC-001']?.evidence, 'good');
	assert.equal(result.review.items['API-001']?.answer, 'open');
	assert.equal(result.review.items['API-001'].note, 'mine');
});

test('an answer goes out with the sentence that it was given to', () => {
	const change = { class: 'stricter' as const, note: 'More.' };
	const past = [{ revision: 1, statement: 'The old sentence MUST hold.', change }];
	const rules = catalog.rules.map((rule) =>
		rule.id === 'API-001' ? { ...rule, revision: 2, past } : rule,
	);
	const newer = { ...catalog, rules };
	const text = formatMarkdown(review, newer, base);
	assert.match(text, /\[API-001\].*rev=1.*The old sentence MUST hold/);
	assert.match(text, /The rule has changed since/);
	assert.match(formatReviewCsv(review, newer, base), /The old sentence MUST hold/);
	assert.deepEqual(parse(text), { review });
});

test('long notes are read in time that grows with them', () => {
	const note = Array.from({ length: 20_000 }, (_, i) => `line ${i}\\`).join('\n    ');
	const text = `## Met\n\n- **[SEC-001](/x/?rev=1)** x\n  - Note: ${note}\n`;
	const result = parse(text);
	assert.ok('review' in result);
	assert.ok((result.review.items['SEC-001']?.note.length ?? 0) <= 8_000);
});

test('a task list ticks what is done', () => {
	const lines = formatTasks(review, catalog, base).trim().split('\n');
	assert.equal(lines.filter((line) => line.startsWith('- [x] ')).length, 2);
	assert.equal(lines.filter((line) => line.startsWith('- [ ] ')).length, 1);
});

test('no cell of the CSV is a formula', () => {
	const item = { ...makeItem(1), answer: 'met' as const };
	const evil = {
		...review,
		items: {
			'SEC-001': { ...item, note: '=HYPERLINK("x")', evidence: '+1', reason: '@SUM(A1)' },
		},
	};
	const text = formatReviewCsv(evil, catalog, base);
	assert.match(text, /"'=HYPERLINK\(""x""\)"/);
	assert.match(text, /,'\+1,/);
	assert.match(text, /,'@SUM\(A1\),/);
});

test('data of another shape is refused with what was found', () => {
	assert.match(getProblem(parseJson('{')), /no JSON/);
	assert.match(getProblem(parseJson('[]')), /another kind/);
	assert.match(getProblem(parseJson('{"format":"plumbline-review","version":2}')), /newer version/);
	assert.match(getProblem(parseJson('{"format":"plumbline-review"}')), /which format/);
	const json = (change: object): string =>
		JSON.stringify({ format: 'plumbline-review', version: 1, review: { ...review, ...change } });
	assert.match(getProblem(parseJson(json({ items: [] }))), /items is a list/);
	assert.match(getProblem(parseJson(json({ items: { 'x-1': makeItem(1) } }))), /“x-1” as code/);
	const item = (change: object): string =>
		json({ items: { 'SEC-001': { ...makeItem(1), ...change } } });
	assert.match(getProblem(parseJson(item({ answer: 'maybe' }))), /“maybe” as answer of SEC-001/);
	assert.match(getProblem(parseJson(item({ revision: 0 }))), /revision of SEC-001/);
	assert.match(getProblem(parseJson(item({ note: {} }))), /note is object/);
	assert.match(getProblem(parse('# Hello\n\nworld')), /no line of the Markdown/);
});

test('any text is a review or a problem, and never an exception', async () => {
	await fc.assert(
		fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
			for (const result of [parseJson(text), parse(text), await decodeReview(text)]) {
				assert.ok('problem' in result || 'review' in result);
			}
			assert.ok('problem' in readReview(text));
		}),
	);
});

test('a review with any value in any place is a review or a problem', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...Object.keys(review), ...Object.keys(makeItem(1))),
			fc.jsonValue(),
			(field, value) => {
				for (const data of [
					{ ...review, [field]: value },
					{ ...review, items: { 'SEC-001': { ...makeItem(1), [field]: value } } },
					{ ...review, scope: [{ [field]: value }] },
				]) {
					const result = readReview(JSON.parse(JSON.stringify(data)));
					assert.ok('review' in result || result.problem.length < 200);
				}
			},
		),
	);
	const hostile = { toString: 1, valueOf: 1 };
	const item = { ...makeItem(1), answer: hostile };
	assert.ok('problem' in readReview({ ...review, items: { 'SEC-001': item } }));
});

test('a link that was cut off anywhere is said to be damaged', async () => {
	const link = await encodeReview(review);
	for (let length = 0; length < link.length; length += 3) {
		assert.match(getProblem(await decodeReview(link.slice(0, length))), /damaged|which format/);
	}
});

test('a link with a wrong character never gives another review', async () => {
	const link = await encodeReview(review);
	for (let at = 2; at < link.length; at += 5) {
		const wrong = `${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`;
		const result = await decodeReview(wrong);
		if ('review' in result) assert.deepEqual(result.review, review);
	}
});

test('links of a newer version, of a megabyte, and bombs are refused in words', async () => {
	assert.match(getProblem(await decodeReview(`2.${'A'.repeat(20)}`)), /newer version/);
	assert.match(
		getProblem(await decodeReview(`1.${'A'.repeat(1_048_576)}`)),
		/1,048,578 characters/,
	);
	const bomb = new Blob([new Uint8Array(50_000_000)])
		.stream()
		.pipeThrough(new CompressionStream('deflate'));
	const bytes = Buffer.from(await new Response(bomb).arrayBuffer()).toString('base64url');
	assert.match(getProblem(await decodeReview(`1.${bytes}`)), /damaged/);
});
