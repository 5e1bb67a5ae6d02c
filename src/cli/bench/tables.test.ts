import assert from 'node:assert/strict';
import test from 'node:test';
import { findTargets } from './headers.ts';
import { formatScores } from './lighthouse.ts';
import { isPlainMarkdown, makeCompare } from './peers.ts';
import { formatContactSheet, listPictures } from './pictures.ts';
import { formatRow, getMedian } from './print-table.ts';
import { parseSettings, selectKinds } from './settings.ts';

test('a bar or a line break in a cell does not end it', () => {
	assert.equal(formatRow(['a|b', 2, 'c\n d']), '| a\\|b | 2 | c d |');
});

test('a median is the middle of the numbers, whatever their order', () => {
	assert.equal(getMedian([30, 1, 200]), 30);
	assert.equal(getMedian([100, 9]), 100);
	assert.equal(getMedian([]), 0);
});

test('arguments choose tables, sizes, kinds and runs', () => {
	const args = ['--only', 'pages,times', '--sizes', '10,100', '--kinds', 'open review', '--runs=3'];
	const settings = parseSettings(args, '/tmp/x');
	assert.deepEqual(settings?.only, ['pages', 'times']);
	assert.deepEqual(settings.sizes, [10, 100]);
	assert.deepEqual(settings.kinds, [{ kind: 'open review', path: '/review/?pack=webhooks' }]);
	assert.equal(settings.runs, 3);
});

test('what cannot be understood says what was expected', () => {
	assert.throws(
		() => parseSettings(['--sizes', '10,many'], ''),
		/--sizes “many”, expected a whole/,
	);
	assert.throws(() => parseSettings(['--runs', '0'], ''), /--runs “0”/);
	assert.throws(() => selectKinds('rul'), /“rul”, expected one of: home, rules, rule,/);
	assert.equal(parseSettings(['--help'], ''), undefined);
});

test('the first file of each kind stands for it, a page by its folder', () => {
	const files = [
		'/_astro/a.css',
		'/_astro/b.css',
		'/rules/index.html',
		'/rules/iam-001/index.html',
	];
	assert.deepEqual(findTargets(files), [
		{ kind: 'page', path: '/rules/iam-001/' },
		{ kind: 'stylesheet', path: '/_astro/a.css' },
	]);
});

test('scores name the audits that cost points, once, and no others', () => {
	const category = (score: number, ids: Record<string, number>): object => ({
		score,
		auditRefs: Object.entries(ids).map(([id, weight]) => ({ id, weight })),
	});
	const result = {
		categories: {
			performance: category(1, { 'slow-paint': 10 }),
			accessibility: category(0.96, { 'link-name': 7, label: 7, hint: 0 }),
			'best-practices': category(1, {}),
			seo: category(0.91, { 'link-name': 1 }),
		},
		audits: {
			'slow-paint': { score: 0.99 },
			'link-name': { score: 0 },
			label: { score: 1 },
			hint: { score: 0 },
		},
	} as Parameters<typeof formatScores>[0];
	assert.deepEqual(formatScores(result), [100, 96, 100, 91, 'link-name']);
});

test('a comparison shows the ratio to the first row where there is one', () => {
	const compare = makeCompare();
	assert.deepEqual(compare([20, 0, 123.4]), ['20', '0', '123']);
	assert.deepEqual(compare([46.12, 0.02, 61.7]), ['46.1 (2.3 ×)', '0.020', '61.7 (0.5 ×)']);
});

test('only sections that every generator reads alike are compared', () => {
	assert.ok(isPlainMarkdown('## A\n\n- one\n\n```sql\nselect 1;\n```'));
	for (const text of ['<task>x', 'a {{ b }}', ':::note', '```js\n## half']) {
		assert.ok(!isPlainMarkdown(text), text);
	}
});

test('each kind of page has six pictures, and the sheet shows every one', () => {
	const pictures = listPictures({ kind: 'open review', path: '/review/' });
	assert.equal(new Set(pictures.map(({ file }) => file)).size, 6);
	const sheet = formatContactSheet(pictures);
	for (const { file } of pictures) assert.ok(sheet.includes(`src="${file}"`), file);
	assert.ok(pictures.some(({ file }) => file === 'open-review-dark-360.png'));
});
