import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { findBrowser } from './find-browser.ts';

/**
 * Measures what the search of a built site costs a reader, as a line of JSON:
 * `node e2e/measure-search.ts DIST`. The network is 1.6 Mbit/s with 150 ms, and the CPU four times slowed, as in
 * Lighthouse's mobile setting; sizes are those of Brotli.
 */
const [dist = 'dist'] = process.argv.slice(2);

const queries = [
	'retry circuit breaker',
	'redis pipelining',
	'users see other customers data',
	'executive summary',
	'idempotancy',
	'tenant isolation',
	'webhook signature',
	'postgres partial index',
	'slow query',
	'kafka order events',
];

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
};

/** Bytes that were sent since they were last taken. */
let sent = 0;

const packed = new Map<string, Buffer>();

const server = createServer((request, response) => {
	const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname));
	let file = join(dist, path);
	try {
		if (statSync(file).isDirectory()) file = join(file, 'index.html');
		const type = types[extname(file)];
		let body = packed.get(file);
		if (!body) {
			const plain = readFileSync(file);
			packed.set(file, (body = type === undefined ? plain : brotliCompressSync(plain)));
		}
		sent += body.length;
		response.writeHead(200, {
			'content-type': type ?? 'application/octet-stream',
			'cache-control': 'max-age=600',
			...(type !== undefined && { 'content-encoding': 'br' }),
		});
		response.end(body);
	} catch {
		response.writeHead(404).end();
	}
});

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const executablePath = findBrowser();
const browser = await chromium.launch({
	...(executablePath !== undefined && { executablePath }),
	args: ['--no-sandbox', '--disable-gpu'],
});

try {
	const first = await repeat(3, measureFirst);
	const keys = (await measureKeys()).sort((a, b) => a - b);
	console.log(
		JSON.stringify({
			firstMs: Math.round(median(first.map(({ ms }) => ms))),
			firstKb: Math.round(median(first.map(({ bytes }) => bytes)) / 100) / 10,
			keys: keys.length,
			keyMedianMs: Math.round(median(keys)),
			keyP95Ms: Math.round(keys[Math.floor(keys.length * 0.95)] ?? 0),
			queryKb: Math.round((await measureQueries()) / 100) / 10,
		}),
	);
} finally {
	await browser.close();
	server.close();
}

/** From the key that opens the dialog to the first result, with a cold cache. */
async function measureFirst(): Promise<{ ms: number; bytes: number }> {
	const page = await browser.newPage();
	try {
		const session = await page.context().newCDPSession(page);
		await page.goto(`${site}/rules/sec-014/`, { waitUntil: 'networkidle' });
		await slowNetwork(session);
		await slowCpu(session);
		sent = 0;
		const start = performance.now();
		await page.keyboard.press('/');
		await page.keyboard.type(queries[0] ?? '', { delay: 20 });
		await page.waitForSelector('[data-result]');
		return { ms: performance.now() - start, bytes: sent };
	} finally {
		await page.close();
	}
}

/** Milliseconds from each key to the paint of its results, in the dialog of a page that has searched before. */
async function measureKeys(): Promise<number[]> {
	const page = await browser.newPage();
	try {
		await page.goto(`${site}/rules/sec-014/`, { waitUntil: 'networkidle' });
		await page.keyboard.press('/');
		await page.keyboard.type('warm', { delay: 20 });
		await page.waitForSelector('[data-result]');
		await watchKeys(page);
		await slowCpu(await page.context().newCDPSession(page));
		for (const query of queries) {
			await page.locator('dialog[open] input').fill('');
			await page.keyboard.type(query, { delay: 160 });
		}
		return await page.evaluate(() => (globalThis as unknown as { paints: number[] }).paints);
	} finally {
		await page.close();
	}
}

/** Keeps the time from each input to the frame that shows what it changed in the list of results. */
async function watchKeys(page: Page): Promise<void> {
	await page.evaluate(() => {
		const paints: number[] = [];
		Object.assign(globalThis, { paints });
		let pressed = 0;
		document.addEventListener(
			'input',
			({ timeStamp }) => {
				pressed = timeStamp;
			},
			true,
		);
		const list = document.querySelector('dialog[open] [data-results]');
		if (!list) return;
		new MutationObserver(() => {
			const since = pressed;
			pressed = 0;
			if (since === 0) return;
			requestAnimationFrame(() => {
				// What follows a frame's callbacks in the next task is after its paint.
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => paints.push(performance.now() - since);
				port2.postMessage(null);
			});
		}).observe(list, { childList: true });
	});
}

/** Bytes that one query on the search page costs, with names and texts: the mean over queries, each cold. */
async function measureQueries(): Promise<number> {
	let total = 0;
	for (const query of queries) {
		const fresh = await (await browser.newContext()).newPage();
		sent = 0;
		await fresh.goto(`${site}/search/?q=${encodeURIComponent(query)}`);
		await fresh.waitForSelector('[data-search-state="done"], [data-search-state="empty"]');
		total += sent;
		await fresh.context().close();
	}
	return total / queries.length;
}

async function slowNetwork(session: CDPSession): Promise<void> {
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 150,
		downloadThroughput: 1.6e6 / 8,
		uploadThroughput: 7.5e5 / 8,
	});
}

async function slowCpu(session: CDPSession): Promise<void> {
	await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

async function repeat<Result>(times: number, run: () => Promise<Result>): Promise<Result[]> {
	const results: Result[] = [];
	for (let i = 0; i < times; i++) results.push(await run());
	return results;
}

function median(values: number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
