import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { readRedirects, writeRedirects } from './redirects.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-redirects-'));
after(() => {
	rmSync(folder, { recursive: true, force: true });
});

mkdirSync(join(folder, 'new'));
writeFileSync(join(folder, 'new/index.html'), '<main><h2 id="now">Now</h2></main>');
writeFileSync(join(folder, 'new.md'), '# New\n');

function read(path: string): string {
	return readFileSync(join(folder, path), 'utf8');
}

test('a page that moved leads on to its new address', async () => {
	await writeRedirects(folder, { '/guide/old/': '/new/' });
	assert.match(read('guide/old/index.html'), /http-equiv="refresh" content="0; url=\/new\/"/);
});

test('a file that moved answers with what its new address has', async () => {
	await writeRedirects(folder, { '/guide/old.md': '/new.md' });
	assert.equal(read('guide/old.md'), '# New\n');
});

test('a fragment that moved stands in front of the new one', async () => {
	await writeRedirects(folder, { '/new/#then': '/new/#now' });
	assert.equal(read('new/index.html'), '<main><span id="then"></span><h2 id="now">Now</h2></main>');
});

test('without a list nothing moved, and a list that is none is a finding', async () => {
	const { redirects, findings } = await readRedirects(folder);
	assert.deepEqual([redirects, findings], [{}, []]);
	assert.deepEqual(await explain('- /old/\n'), ['redirect-invalid:1']);
	assert.deepEqual(await explain('/a/: /b/\n/c/: [/d/\n'), ['redirect-invalid:3']);
});

test('the line of an address is that of the file, with its comments and blank lines', async () => {
	const list = ['# Moved in 2027', '', '/a/: /new/', '# /b/: not yet', "'/b/#x': /new/#now", ''];
	assert.deepEqual(await explain(list.join('\n')), []);
	const { redirects, lineOf } = await readRedirects(folder);
	assert.deepEqual(Object.keys(redirects).map(lineOf), [3, 5]);
	assert.deepEqual(await explain('# Moved\n\n/a/: /new/\n/b/: [/new/]\n'), ['redirect-invalid:4']);
});

/** Writes the list and returns what is wrong with it. */
async function explain(text: string): Promise<string[]> {
	mkdirSync(join(folder, 'content'), { recursive: true });
	writeFileSync(join(folder, 'content/redirects.yml'), text);
	const { findings } = await readRedirects(folder);
	return findings.map(({ code, line }) => `${code}:${line}`);
}
