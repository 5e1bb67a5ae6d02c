import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { formatFindings } from '../ingest/report/terminal.ts';
import { checkSnippets, getRightPages } from './check.ts';
import { checks } from './checks/checks.ts';
import { findSnippets } from './find.ts';
import { checkNames } from './kinds.ts';
import { explain, makePage } from './testing.ts';

test('the tool of every check is installed', async () => {
	for (const name of checkNames) assert.ok(await checks[name](), name);
});

test('findings name the file, and columns count from where the line begins', async () => {
	const body = '- List:\n\n  ```json\n  {"a": 1,\n   b: 2}\n  ```\n';
	assert.deepEqual(await explain([{ file: 'content/a.md', body }]), [
		'content/a.md:5:4 Expected double-quoted property name',
	]);
});

test('a block that names no check is a finding at its fence', async () => {
	const { findings } = await checkSnippets([makePage('a.md', ['json', '1'], ['jsn', '2'])]);
	assert.deepEqual(
		findings.map(({ code, line, column }) => [code, line, column]),
		[['snippet-unknown', 5, 1]],
	);
});

test('what is shown without a check may hold anything', async () => {
	const page = makePage('a.md', ['text', '{'], ['json unchecked="cut short"', '{'], ['md', '# {']);
	assert.deepEqual(await explain([page]), []);
});

test('diagrams are drawn by the caller, and counted as unchecked without one', async () => {
	const page = makePage('a.md', ['mermaid', 'flowchart TB', 'A --> B']);
	const explainDiagram = (source: string) =>
		source.endsWith('B') ? { line: 2, message: 'no title' } : undefined;
	assert.deepEqual(await explain([page], { explainDiagram }), ['a.md:3:1 no title']);
	const fine = makePage('a.md', ['mermaid', 'flowchart TB', 'A --> C']);
	assert.deepEqual(await explain([fine], { explainDiagram }), []);
	const { findings, missing } = await checkSnippets([page]);
	assert.deepEqual(findings, []);
	assert.deepEqual(missing, { mermaid: 'nothing here draws them' });
});

test('a page is right where nothing is wrong and every block was checked', async () => {
	const pages = [
		makePage('right.md', ['json', '1'], ['text', '{']),
		makePage('wrong.md', ['json', '1'], ['json', '{']),
		makePage('unknown.md', ['json', '1'], ['mermaid', 'flowchart TB', 'A --> B']),
		makePage('no-code.md'),
	];
	const right = getRightPages(pages, await checkSnippets(pages));
	assert.deepEqual(
		right.map(({ file }) => file),
		['right.md'],
	);
});

for (const code of ['snippet-invalid', 'snippet-unknown']) {
	test(`${code}: the guide shows what the run says, and the mended block passes`, async () => {
		const file = join(import.meta.dirname, `../../content/guide/findings/${code}.md`);
		const page = readFileSync(file, 'utf8');
		const [wrong, fixed] = findSnippets({ file, body: page })
			.filter(({ language }) => language === 'md')
			.map(({ text }) => ({ file: 'content/guide/example.md', body: text }));
		assert.ok(wrong && fixed);
		const { findings } = await checkSnippets([wrong]);
		assert.deepEqual(
			findings.map((finding) => finding.code),
			[code],
		);
		assert.ok(page.includes(formatFindings(findings)), formatFindings(findings));
		assert.deepEqual((await checkSnippets([fixed])).findings, []);
	});
}
