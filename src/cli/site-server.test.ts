import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { compressSite } from './compress-site.ts';
import { finishSite } from './finish-site.ts';
import { makeSiteServer } from './site-server.ts';

const work = mkdtempSync(join(tmpdir(), 'plumbline-server-'));
const site = join(work, 'site');
const page = `<!doctype html><head><title>A</title></head>${'text '.repeat(500)}`;
const servers: Server[] = [];

before(async () => {
	mkdirSync(join(site, 'rules'), { recursive: true });
	for (const name of ['index.html', 'rules/index.html', '404.html'])
		writeFileSync(join(site, name), page);
	writeFileSync(join(site, 'rules.md'), 'Rules');
	await finishSite(site, { redirects: {}, contact: 'mailto:a@plumbline.example' });
	await compressSite(site, join(work, 'kept'));
});

after(() => {
	for (const server of servers) server.close();
	rmSync(work, { recursive: true, force: true });
});

interface Answer {
	status: number | undefined;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

async function start(base?: string): Promise<(path: string, headers?: object) => Promise<Answer>> {
	const server = makeSiteServer(site, base);
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, resolve));
	const { port } = server.address() as AddressInfo;
	return (path, headers = {}) =>
		new Promise((resolve, reject) => {
			get({ port, path, headers: { ...headers }, agent: false }, (response) => {
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.on('end', () => {
					const { statusCode: status, headers } = response;
					resolve({ status, headers, body: Buffer.concat(parts) });
				});
			}).on('error', reject);
		});
}

test('a page comes compressed, with its headers, and is not sent twice', async () => {
	const ask = await start();
	const { status, headers, body } = await ask('/rules/', { 'accept-encoding': 'gzip, br' });
	assert.equal(status, 200);
	assert.equal(headers['content-encoding'], 'br');
	assert.equal(headers.vary, 'Accept-Encoding');
	assert.equal(headers['content-type'], 'text/html; charset=utf-8');
	assert.equal(headers['x-content-type-options'], 'nosniff');
	assert.match(brotliDecompressSync(body).toString(), /<title>A<\/title>/);
	const again = await ask('/rules/', {
		'accept-encoding': 'gzip, br',
		'if-none-match': headers.etag,
	});
	assert.equal(again.status, 304);
});

test('a folder without a slash leads to its page, with the query', async () => {
	const ask = await start();
	const { status, headers } = await ask('/rules?rev=2');
	assert.deepEqual([status, headers.location], [301, '/rules/?rev=2']);
});

test('what is missing has status 404, the page for it, and the headers', async () => {
	const ask = await start();
	for (const path of ['/no/', '/no.js', '/_headers', '/_redirects.map', '/..%2f..%2fetc/passwd']) {
		const { status, headers, body } = await ask(path);
		assert.equal(status, 404, path);
		assert.equal(headers['content-type'], 'text/html; charset=utf-8');
		assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/);
		assert.match(body.toString(), /<title>A<\/title>/);
	}
});

test('transport security is asked for where the request came over TLS', async () => {
	const ask = await start();
	assert.equal('strict-transport-security' in (await ask('/')).headers, false);
	const { headers } = await ask('/', { 'x-forwarded-proto': 'https' });
	assert.match(String(headers['strict-transport-security']), /^max-age=/);
});

test('under a base there is the site, and nothing outside of it', async () => {
	const ask = await start('/team');
	assert.equal(
		(await ask('/team/rules.md')).headers['content-type'],
		'text/markdown; charset=utf-8',
	);
	assert.equal((await ask('/team/rules')).headers.location, '/team/rules/');
	assert.equal((await ask('/team/.well-known/security.txt')).status, 200);
	assert.equal((await ask('/rules/')).status, 404);
	assert.equal((await ask('/teams/')).status, 404);
});
