import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { root } from '../collections/content.ts';
import { compressSite } from './compress-site.ts';
import { finishSite } from './finish-site.ts';

const work = mkdtempSync(join(tmpdir(), 'plumbline-finish-'));
after(() => {
	rmSync(work, { recursive: true, force: true });
});

function makeSite(name: string, files: Record<string, string>): string {
	const site = join(work, name);
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(join(site, path, '..'), { recursive: true });
		writeFileSync(join(site, path), text);
	}
	return site;
}

test('each page gets the policy of what it holds, also when a site is finished twice', async () => {
	const site = makeSite('twice', {
		'index.html': '<head><meta charset="utf-8"><script>1</script></head>',
		'plain/index.html': '<head></head>',
	});
	assert.deepEqual(await finishSite(site, { redirects: {} }), []);
	const first = readFileSync(join(site, 'index.html'), 'utf8');
	assert.match(first, /charset="utf-8"><meta http-equiv="content-security-policy" [^>]*'sha256-/);
	assert.doesNotMatch(readFileSync(join(site, 'plain/index.html'), 'utf8'), /sha256/);
	assert.deepEqual(await finishSite(site, { redirects: {} }), []);
	assert.equal(readFileSync(join(site, 'index.html'), 'utf8'), first);
});

test('the lists for hosts are written, and security.txt where there is a contact', async () => {
	const site = makeSite('lists', { 'index.html': '<head></head>' });
	const settings = { redirects: { '/a/': '/b/' }, base: '/team', contact: 'tel:+15550100' };
	assert.deepEqual(await finishSite(site, settings), []);
	const read = (name: string): string => readFileSync(join(site, name), 'utf8');
	assert.match(read('_headers'), /^\/team\/\*\n {2}Content-Security-Policy: /);
	assert.equal(read('_redirects'), '/team/a/ /team/b/ 301\n');
	assert.equal(read('_redirects.map'), '"/team/a/" "/team/b/";\n');
	assert.match(read('.well-known/security.txt'), /^Contact: tel:\+15550100\nExpires: /);
});

test('handlers, paths of the machine, a missing head and a wrong contact are all reported', async () => {
	const site = makeSite('wrong', {
		'index.html': '<head></head><button onclick="a()">',
		'page/index.html': `<p>${root}/src/pages</p>`,
		'notes.md': 'A folder /app/src and a word onclick.',
	});
	const problems = await finishSite(site, { redirects: {}, contact: 'me' });
	assert.deepEqual(
		problems.map((problem) => problem.split(', expected')[0]),
		[
			'Unexpected SECURITY_CONTACT “me”',
			'index.html: Unexpected attribute “onclick”',
			'page/index.html: Unexpected page without <head>',
			`page/index.html: Unexpected path “${root}/src/” of this machine`,
		],
	);
});

test('files of more than a kilobyte are compressed, and others are left', async () => {
	const text = 'A sentence that is said again. '.repeat(100);
	const site = makeSite('packed', {
		'a.html': text,
		'copy/a.html': text,
		'small.html': 'short',
		'a.png': text,
	});
	const kept = join(work, 'kept');
	const done = await compressSite(site, kept);
	assert.equal(done.files, 2);
	assert.equal(brotliDecompressSync(readFileSync(join(site, 'a.html.br'))).toString(), text);
	assert.equal(gunzipSync(readFileSync(join(site, 'copy/a.html.gz'))).toString(), text);
	assert.throws(() => readFileSync(join(site, 'small.html.br')), /ENOENT/);
	assert.throws(() => readFileSync(join(site, 'a.png.br')), /ENOENT/);
});

test('what an earlier build compressed is taken over, and what no build needs is forgotten', async () => {
	const kept = join(work, 'kept-on');
	const [old, fresh] = ['old '.repeat(500), 'fresh '.repeat(500)];
	const first = makeSite('first', { 'a.html': old, 'b.html': fresh });
	assert.equal((await compressSite(first, kept)).kept, 0);
	const second = makeSite('second', { 'b.html': fresh });
	const done = await compressSite(second, kept);
	assert.deepEqual([done.files, done.kept], [1, 1]);
	assert.equal(gunzipSync(readFileSync(join(second, 'b.html.gz'))).toString(), fresh);
	const third = makeSite('third', { 'a.html': old });
	assert.equal((await compressSite(third, kept)).kept, 0);
});
