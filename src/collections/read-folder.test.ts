import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { ingestTexts } from '../ingest/testing.ts';
import { readFolder } from './read-folder.ts';

let root = '';
before(async () => {
	root = await mkdtemp(join(tmpdir(), 'plumbline-folder-'));
});
after(() => rm(root, { recursive: true, force: true }));

async function make(name: string, files: Record<string, string>): Promise<string> {
	const folder = join(root, name);
	for (const [path, text] of Object.entries(files)) {
		await mkdir(join(folder, path, '..'), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	return folder;
}

async function read(folder: string): Promise<{ paths: string[]; found: string[] }> {
	const { files, findings } = await readFolder(folder);
	return {
		paths: files.map(({ path }) => path),
		found: findings.map(({ severity, file, message }) => `${severity} ${file}: ${message}`),
	};
}

test('documents of the folder and the folders in it are read, by any of three endings', async () => {
	const folder = await make('plain', { 'a.md': 'a', 'b.markdown': 'b', 'sub/c.TXT': 'c' });
	assert.deepEqual(await read(folder), { paths: ['a.md', 'b.markdown', 'sub/c.TXT'], found: [] });
});

test('hidden files, copies of editors and other kinds are skipped and listed', async () => {
	const folder = await make('skip', {
		'.hidden.md': '',
		'.git/x.md': '',
		'a.md~': '',
		'#a.md#': '',
		'a.md.bak': '',
		'a.png': '',
		'node_modules/x.md': '',
	});
	assert.deepEqual(await read(folder), {
		paths: [],
		found: [
			'info #a.md#: Skipped: a copy that an editor left.',
			'info .git: Skipped: hidden.',
			'info .hidden.md: Skipped: hidden.',
			'info a.md.bak: Skipped: a copy that an editor left.',
			'info a.md~: Skipped: a copy that an editor left.',
			'info a.png: Skipped: not .md, .markdown or .txt.',
			'info node_modules: Skipped: installed packages.',
		],
	});
});

test('a folder named like a document is a folder', async () => {
	const folder = await make('named', { 'x.md/inner.md': 'text' });
	assert.deepEqual((await read(folder)).paths, ['x.md/inner.md']);
});

test('links are not followed: out of the folder, into it, or in a loop', async () => {
	const folder = await make('links', { 'real.md': 'text', 'sub/y.md': 'text' });
	const outside = await make('outside', { 'secret.md': 'text' });
	await symlink(join(outside, 'secret.md'), join(folder, 'out.md'));
	await symlink(outside, join(folder, 'outer'));
	await symlink(join(folder, 'real.md'), join(folder, 'twin.md'));
	await symlink(folder, join(folder, 'sub/loop'));
	const { paths, found } = await read(folder);
	assert.deepEqual(paths, ['real.md', 'sub/y.md']);
	assert.equal(found.length, 4);
	assert.match(
		found.join('\n'),
		/info out\.md: Skipped: a symbolic link that leads out of the folder/,
	);
	assert.match(
		found.join('\n'),
		/info sub\/loop: Skipped: a symbolic link to a place in the folder/,
	);
});

test('a link to nowhere is an error, for something is missing', async () => {
	const folder = await make('dangling', { 'a.md': 'text' });
	await symlink(join(folder, 'gone.md'), join(folder, 'b.md'));
	const { paths, found } = await read(folder);
	assert.deepEqual(paths, ['a.md']);
	assert.deepEqual(found, [
		'error b.md: Unexpected failure to read (ENOENT: no such file or directory), expected a readable file.',
	]);
});

test('a pipe is skipped, and not waited for', async () => {
	const folder = await make('pipe', { 'a.md': 'text' });
	execFileSync('mkfifo', [join(folder, 'b.md')]);
	assert.deepEqual(await read(folder), {
		paths: ['a.md'],
		found: ['info b.md: Skipped: not a regular file.'],
	});
});

const isRoot = process.getuid?.() === 0;
test(
	'a file that may not be read is an error',
	{ skip: isRoot ? 'root may read every file' : false },
	async () => {
		const folder = await make('locked', { 'a.md': 'text' });
		await chmod(join(folder, 'a.md'), 0);
		assert.match((await read(folder)).found[0] ?? '', /^error a\.md: .*EACCES: permission denied/);
	},
);

test('a folder that does not exist is an error', async () => {
	const { found } = await read(join(root, 'nowhere'));
	assert.match(found[0] ?? '', /^error .*nowhere: Unexpected failure to list \(ENOENT/);
});

test('odd names become plain addresses, and names that differ in case or form clash', async () => {
	const folder = await make('odd', {
		'a b%20c#d?.md': '- x',
		'Über.md': '- x',
		'Rate limits.md': '- x',
		'rate-LIMITS.txt': '- x',
	});
	const { files } = await readFolder(folder);
	const result = ingestTexts(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])));
	assert.deepEqual(result.documents.map(({ id }) => id).sort(), [
		'a-b-20c-d',
		'rate-limits',
		'rate-limits',
		'über',
	]);
	assert.deepEqual(
		result.findings.map(({ code, file }) => [code, file]),
		[['slug-clash', 'rate-LIMITS.txt']],
	);
});

test('one name in two Unicode forms clashes', () => {
	const { findings } = ingestTexts({ 'caf\u00e9.md': '- x', 'cafe\u0301.md': '- x' });
	assert.deepEqual(
		findings.map(({ code }) => code),
		['slug-clash'],
	);
});

test('a path never leads out of the site', () => {
	const { documents } = ingestTexts({ '../../etc/passwd.md': '- x' });
	assert.equal(documents[0]?.id, 'etc-passwd');
});
