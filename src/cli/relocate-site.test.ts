import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { relocateSite } from './relocate-site.ts';

const site = { origin: 'https://docs.example', base: '/base' };

async function makeSite(t: TestContext, files: Record<string, string | Buffer>): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'plumbline-relocate-'));
	t.after(() => rm(folder, { recursive: true }));
	for (const [name, content] of Object.entries(files)) {
		await mkdir(dirname(join(folder, name)), { recursive: true });
		await writeFile(join(folder, name), content);
	}
	return folder;
}

test('every file of a site moves, and what is no text keeps its bytes', async (t) => {
	const picture = Buffer.from([0x89, 0x50, 0xff, 0x00, 0x2f]);
	const folder = await makeSite(t, {
		'index.html': '<html><a href="/rules/">Rules</a></html>',
		'rules/index.html': '<html><img src="/rules/a.png"></html>',
		'rules/a.png': picture,
		'rules.md': '[Home](/)',
		...Object.fromEntries(
			Array.from({ length: 40 }, (_, i) => [`many/${i}.json`, '{"url":"/rules/"}']),
		),
	});
	assert.deepEqual(await relocateSite(folder, site), []);
	const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
	assert.match(await read('index.html'), /data-base="\/base"><a href="\/base\/rules\/">/);
	assert.match(await read('rules/index.html'), /src="\/base\/rules\/a\.png"/);
	assert.equal(await read('rules.md'), '[Home](/base/)');
	assert.equal(await read('many/39.json'), '{"url":"/base/rules/"}');
	assert.deepEqual(await readFile(join(folder, 'rules/a.png')), picture);
});

test('at the root of the host nothing moves', async (t) => {
	const folder = await makeSite(t, { 'index.html': '<html><a href="/">Home</a></html>' });
	assert.deepEqual(await relocateSite(folder, { ...site, base: '' }), []);
	assert.equal(
		await readFile(join(folder, 'index.html'), 'utf8'),
		'<html><a href="/">Home</a></html>',
	);
});

test('what was left is said with its file and place', async (t) => {
	const folder = await makeSite(t, {
		'index.html': '<html><pl-new data-new="/rules/"></pl-new></html>',
		'rules/index.html': '<html></html>',
		'_astro/a.js': 'fetch("/rules/")',
	});
	const [script = '', page = '', ...others] = await relocateSite(folder, site);
	assert.deepEqual(others, []);
	assert.match(script, /^_astro\/a\.js: a script has “\/rules\/”/);
	assert.match(page, /^index\.html: <pl-new data-new> has “\/rules\/”/);
});
