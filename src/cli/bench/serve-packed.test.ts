import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { type PackedSite, servePacked } from './serve-packed.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-packed-'));
const page = '<p>The same words, the same words, the same words.</p>\n'.repeat(20);

let site: PackedSite;

before(async () => {
	mkdirSync(join(folder, 'dist/rules'), { recursive: true });
	writeFileSync(join(folder, 'secret.txt'), 'not part of the site');
	writeFileSync(join(folder, 'dist/rules/index.html'), page);
	writeFileSync(join(folder, 'dist/plain.html'), page);
	writeFileSync(join(folder, 'dist/404.html'), 'missing');
	writeFileSync(join(folder, 'dist/text.woff2'), Buffer.alloc(5000));
	site = await servePacked(join(folder, 'dist'));
});

after(() => {
	site.close();
	rmSync(folder, { recursive: true, force: true });
});

/** Asks for a path as it is: `fetch` would resolve its dots. */
function ask(path: string): Promise<{ status: number; encoding: string; bytes: number }> {
	return new Promise((resolve, reject) => {
		request(site.origin, { path }, (response) => {
			let bytes = 0;
			response.on('data', (chunk: Buffer) => (bytes += chunk.length));
			response.on('end', () => {
				const encoding = response.headers['content-encoding'] ?? 'none';
				resolve({ status: response.statusCode ?? 0, encoding, bytes });
			});
		})
			.on('error', reject)
			.end();
	});
}

test('text is sent as Brotli of the highest quality, and its size is kept', async () => {
	site.takeSent();
	const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
	const bytes = brotliCompressSync(page, { params }).length;
	assert.deepEqual(await ask('/rules/?q=1'), { status: 200, encoding: 'br', bytes });
	assert.deepEqual(site.takeSent(), [{ path: '/rules/', bytes }]);
	assert.deepEqual(site.takeSent(), []);
});

test('fonts are sent as they are', async () => {
	assert.deepEqual(await ask('/text.woff2'), { status: 200, encoding: 'none', bytes: 5000 });
});

test('a page is found without its extension, as some generators link to it', async () => {
	assert.equal((await ask('/plain')).status, 200);
});

test('what is missing gets the page for it, and nothing outside of the folder is sent', async () => {
	for (const path of [
		'/no-such-page/',
		'/../secret.txt',
		'/%2e%2e/secret.txt',
		'/..%2fsecret.txt',
	]) {
		assert.equal((await ask(path)).status, 404, path);
	}
});
