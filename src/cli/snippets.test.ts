import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-snippets-'));
after(() => {
	rmSync(folder, { recursive: true, force: true });
});

// Read where the modules are loaded.
process.env.CONTENT_ROOT = folder;
process.env.CACHE_DIR = join(folder, 'cache');
const { root } = await import('../collections/content.ts');
const { checkContentSnippets } = await import('./snippets/check-content.ts');
const { makeDigest, readKept, writeKept } = await import('./snippets/kept.ts');
const { readNamedPages, readSnippetPages } = await import('../collections/snippet-pages.ts');

const right = '---\ntitle: Right\n---\n\n```json\n{ "a": 1 }\n```\n';
const wrong = '---\ntitle: Wrong\n---\n\n```json\n{ "a": }\n```\n';

function write(name: string, text: string): string {
	const file = join(folder, 'content', name);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
	return file;
}

function run(script: string, ...args: string[]): { status: number | null; output: string } {
	const options = { cwd: root, encoding: 'utf8', env: process.env } as const;
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[`src/cli/${script}`, ...args],
		options,
	);
	return { status, output: stdout + stderr };
}

const rightFile = write('guide/right.md', right);
const wrongFile = write('rules/api/wrong.md', wrong);
write('sources/theirs.md', wrong);
const place = /^content\/rules\/api\/wrong\.md:6:8 {2}error {2}snippet-invalid$/m;

test('the pages are those that the people of the site wrote, with lines of their files', async () => {
	assert.deepEqual(await readSnippetPages(folder), [
		{ file: 'content/guide/right.md', body: '\n\n\n\n```json\n{ "a": 1 }\n```\n' },
		{ file: 'content/rules/api/wrong.md', body: '\n\n\n\n```json\n{ "a": }\n```\n' },
	]);
});

test('the command checks named files, and fails on findings', () => {
	const fine = run('snippets.ts', rightFile);
	assert.equal(fine.status, 0);
	assert.match(fine.output, /^json +JSON\.parse +1$/m);
	const { status, output } = run('snippets.ts', rightFile, wrongFile);
	assert.equal(status, 1);
	assert.match(output, place);
	assert.match(output, /^json +JSON\.parse +2$/m);
});

test('the command without names checks all content', () => {
	const { status, output } = run('snippets.ts');
	assert.equal(status, 1);
	assert.match(output, place);
	assert.doesNotMatch(output, /theirs/);
});

test('what a run over everything found right is not checked again by the build', async () => {
	const digest = await makeDigest();
	const [rightPage, wrongPage] = await readNamedPages([rightFile, wrongFile], folder);
	assert.ok(rightPage && wrongPage);
	await writeKept([]);
	run('snippets.ts', rightFile);
	assert.ok(!(await readKept()).has(digest(rightPage)), 'a run over one file keeps nothing');
	run('snippets.ts');
	const kept = await readKept();
	assert.deepEqual(
		[rightPage, wrongPage].map((page) => kept.has(digest(page))),
		[true, false],
	);
});

test('the command says how to call it, and names a file that it cannot read', () => {
	const { status, output } = run('snippets.ts', '--all');
	assert.equal(status, 2);
	assert.match(output, /usage: npm run snippets/);
	const unknown = run('snippets.ts', 'nowhere.md');
	assert.equal(unknown.status, 2);
	assert.match(unknown.output, /nowhere\.md/);
});

test('a wrong block ends the build before anything is built', () => {
	process.env.OUT_DIR = join(folder, 'dist');
	const { status, output } = run('build.ts');
	assert.equal(status, 1);
	assert.match(output, place);
	assert.match(output, /^1 error, 0 warnings\n.*dist\/ is unchanged$/m);
});

test('a page that was right is not checked again until it changes', async () => {
	const digest = await makeDigest();
	const [rightPage, wrongPage] = await readNamedPages([rightFile, wrongFile], folder);
	assert.ok(rightPage && wrongPage);
	await checkContentSnippets();
	const kept = await readKept();
	assert.ok(kept.has(digest(rightPage)));
	assert.ok(!kept.has(digest(wrongPage)));

	// As if it had been right: nobody looks at it any more.
	await writeKept([digest(rightPage), digest(wrongPage)]);
	assert.deepEqual(await checkContentSnippets(), []);
	writeFileSync(wrongFile, `${readFileSync(wrongFile, 'utf8')}\n`);
	const findings = await checkContentSnippets();
	assert.deepEqual(
		findings.map(({ file, line }) => [file, line]),
		[['content/rules/api/wrong.md', 6]],
	);
});
