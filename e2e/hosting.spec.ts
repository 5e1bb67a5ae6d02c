import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { getHeaders, transport } from '../src/deploy/headers.ts';
import { formatRedirectsMap } from '../src/deploy/redirects.ts';
import { findCaddy, findNginx } from './find-server.ts';
import { pageKinds } from './pages.ts';
import { expect, nameOwnFolder, test } from './test.ts';

const ports = { nginx: 4331, caddy: 4332 };
const dist = resolve('dist');

/** Answers of each kind, besides those for pages. */
const files = [
	'/api/v1/rules.json',
	'/api/v1/rules.schema.json',
	'/rules.csv',
	'/rules.md',
	'/rules/iam-002.md',
	'/agents/backend-architect.md',
	'/changes.xml',
	'/opensearch.xml',
	'/llms.txt',
	'/robots.txt',
	'/favicon.svg',
	'/pictures/iam-002.png',
	'/pagefind/pagefind.js',
	'/pagefind/pagefind-entry.json',
	'/pagefind/wasm.en.pagefind',
	firstOf('pagefind/fragment'),
	firstOf('_astro'),
	'/r/SEC-014/',
];

const pages = Object.entries(pageKinds)
	.filter(([kind]) => kind !== 'missing')
	.map(([, url]) => url);

/** Built sites are made before these tests are read, or these tests are not run. */
function firstOf(folder: string): string {
	return `/${folder}/${readdirSync(join(dist, folder))[0] ?? ''}`;
}

interface Answer {
	status: number | undefined;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/** Asks as a program that decodes nothing, so that a test sees the bytes. */
function askAt(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
	return new Promise((answer, reject) => {
		get({ port, path, headers, agent: false }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () => {
				answer({
					status: response.statusCode,
					headers: response.headers,
					body: Buffer.concat(parts),
				});
			});
		}).on('error', reject);
	});
}

/** Returns once a server answers. */
async function waitFor(port: number): Promise<void> {
	const getStatus = (): Promise<number | undefined> =>
		askAt(port, '/').then(
			({ status }) => status,
			() => 0,
		);
	await expect.poll(getStatus, { timeout: 30_000 }).toBe(200);
}

/** Ends a server, and returns when it writes no more. */
async function stop(server: ChildProcess | undefined): Promise<void> {
	if (server?.exitCode !== null) return;
	const ended = once(server, 'exit');
	server.kill();
	await ended;
}

/** The site as it is built, with a list of moved addresses of its own. */
function makeSite(folder: string): string {
	const site = mkdtempSync(join(folder, 'site-'));
	for (const name of readdirSync(dist).filter((each) => each !== '_redirects.map')) {
		symlinkSync(join(dist, name), join(site, name));
	}
	const moved = { '/old/page/': '/rules/', '/an old name.md': '/rules.md' };
	writeFileSync(join(site, '_redirects.map'), formatRedirectsMap(moved));
	return site;
}

/** Writes a configuration around the ready file, of which only the root and the port are changed. */
function writeConfiguration(folder: string): string {
	const ready = readFileSync('src/deploy/nginx.conf', 'utf8')
		.replaceAll('/var/www/plumbline', makeSite(folder))
		.replace('listen 80;', `listen ${ports.nginx};`);
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
		(each) => `${each}_temp_path ${folder}/${each};`,
	);
	const path = join(folder, 'nginx.conf');
	writeFileSync(
		path,
		`pid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\naccess_log off;\n${temporary.join('\n')}\n${ready}\n}\n`,
	);
	return path;
}

/** Asks for what is not there: it has the page for it, its status and its headers. */
async function expectMissing(ask: (path: string) => Promise<Answer>): Promise<void> {
	const missing = readFileSync(join(dist, '404.html'));
	for (const url of ['/no-such-page/', '/_astro/gone.js', '/_astro/', '/_headers', '/_redirects']) {
		const { status, headers, body } = await ask(url);
		expect(status, url).toBe(404);
		expect(body.equals(missing), url).toBe(true);
		for (const [name, value] of Object.entries(getHeaders('/404.html', false))) {
			expect(headers[name.toLowerCase()], `${name} of ${url}`).toBe(value);
		}
	}
}

test.describe('the site on nginx with the ready file', () => {
	const folder = nameOwnFolder('nginx');
	const ask = (path: string, headers?: Record<string, string>): Promise<Answer> =>
		askAt(ports.nginx, path, headers);
	let server: ChildProcess | undefined;

	test.describe.configure({ mode: 'serial' });

	test.beforeAll(async () => {
		test.setTimeout(600_000);
		const nginx = findNginx();
		test.skip(!nginx, 'nginx is not there and could not be installed: set NGINX_PATH');
		if (!nginx) return;
		mkdirSync(folder, { recursive: true });
		// One process without a master keeps the rights of whoever runs the test.
		const directives = 'daemon off; master_process off;';
		const args = ['-p', folder, '-e', join(folder, 'error.log'), '-g', directives];
		server = spawn(nginx, [...args, '-c', writeConfiguration(folder)], { stdio: 'inherit' });
		await waitFor(ports.nginx);
	});

	test.afterAll(async () => {
		await stop(server);
		rmSync(folder, { recursive: true, force: true });
	});

	test('sends pages and files with the headers of the table', async () => {
		for (const url of [...pages, ...files]) {
			const { status, headers } = await ask(url);
			expect(status, url).toBe(200);
			const [path = ''] = url.split('?');
			for (const [name, value] of Object.entries(getHeaders(path, false))) {
				expect(headers[name.toLowerCase()], `${name} of ${url}`).toBe(value);
			}
			expect(headers.etag, url).toBeTruthy();
		}
	});

	test('sends compressed files that hold the same bytes', async () => {
		const compressed = [...pages, ...files].filter((url) => !/\.(png|pf_\w+|pagefind)$/.test(url));
		let count = 0;
		for (const url of compressed) {
			const plain = await ask(url);
			const packed = await ask(url, { 'accept-encoding': 'gzip' });
			if (plain.body.length < 1024) continue;
			count += 1;
			expect(packed.headers['content-encoding'], url).toBe('gzip');
			expect(packed.headers.vary, url).toBe('Accept-Encoding');
			expect(packed.headers['content-type'], url).toBe(plain.headers['content-type']);
			expect(gunzipSync(packed.body).equals(plain.body), url).toBe(true);
			const [path = ''] = url.split('?');
			const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
			expect(brotliDecompressSync(readFileSync(`${file}.br`)).equals(plain.body), url).toBe(true);
		}
		expect(count).toBeGreaterThan(30);
	});

	test('answers a second question about the same page with 304', async () => {
		const { headers } = await ask('/rules/');
		const again = await ask('/rules/', { 'if-none-match': headers.etag ?? '' });
		expect(again.status).toBe(304);
		expect(again.body.length).toBe(0);
	});

	test('answers what is missing with the page for it, status 404, and the headers', async () => {
		await expectMissing(ask);
	});

	test('leads from moved addresses and to the slash behind a page, with the query', async () => {
		const moves = {
			'/old/page/?rev=2': '/rules/?rev=2',
			'/an%20old%20name.md': '/rules.md',
			'/rules': '/rules/',
			'/r/SEC-014?rev=1': '/r/SEC-014/?rev=1',
		};
		for (const [from, to] of Object.entries(moves)) {
			const { status, headers } = await ask(from);
			expect([status, headers.location], from).toEqual([301, to]);
		}
	});

	test('asks for TLS where the request came by it, and only there', async () => {
		const name = 'strict-transport-security';
		const { headers } = await ask('/', { 'x-forwarded-proto': 'https' });
		expect(headers[name]).toBe(Object.values(transport)[0]);
		expect((await ask('/')).headers[name]).toBeUndefined();
	});
});

test.describe('the site on Caddy with the ready file', () => {
	const folder = nameOwnFolder('caddy');
	const ask = (path: string, headers?: Record<string, string>): Promise<Answer> =>
		askAt(ports.caddy, path, headers);
	let server: ChildProcess | undefined;

	test.describe.configure({ mode: 'serial' });

	test.beforeAll(async () => {
		const caddy = findCaddy();
		test.skip(!caddy, 'Caddy is not there: install it, or set CADDY_PATH');
		if (!caddy) return;
		mkdirSync(folder, { recursive: true });
		const path = join(folder, 'Caddyfile');
		const ready = readFileSync('src/deploy/Caddyfile', 'utf8')
			.replaceAll('/var/www/plumbline', makeSite(folder))
			.replace('\nlocalhost {', `\nhttp://localhost:${ports.caddy} {`);
		// Its administration would take a port that another Caddy of this machine may have.
		writeFileSync(path, `{\n\tadmin off\n}\n${ready}`);
		const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
		const args = ['run', '--adapter', 'caddyfile', '--config', path];
		server = spawn(caddy, args, { stdio: 'ignore', env });
		await waitFor(ports.caddy);
	});

	test.afterAll(async () => {
		await stop(server);
		rmSync(folder, { recursive: true, force: true });
	});

	test('sends pages and files with the headers of the table, compressed', async () => {
		for (const url of [...pages, ...files]) {
			const { status, headers, body } = await ask(url, { 'accept-encoding': 'br' });
			expect(status, url).toBe(200);
			const [path = ''] = url.split('?');
			// Types of what is not text are those that Caddy knows or guesses.
			const { 'Content-Type': type = '', ...expected } = getHeaders(path, false);
			for (const [name, value] of Object.entries(expected)) {
				expect(headers[name.toLowerCase()], `${name} of ${url}`).toBe(value);
			}
			if (!type.startsWith('text/')) continue;
			expect(headers['content-type'], url).toBe(type);
			const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
			const plain = readFileSync(file);
			const isPacked = headers['content-encoding'] === 'br';
			expect(isPacked, url).toBe(plain.length >= 1024);
			expect((isPacked ? brotliDecompressSync(body) : body).equals(plain), url).toBe(true);
		}
	});

	test('answers what is missing with the page for it, status 404, and the headers', async () => {
		await expectMissing(ask);
	});

	test('leads to the slash behind a page, with the query', async () => {
		for (const query of ['', '?rev=1']) {
			const { status, headers } = await ask(`/r/SEC-014${query}`);
			expect([status, headers.location]).toEqual([308, `/r/SEC-014/${query}`]);
		}
	});
});
