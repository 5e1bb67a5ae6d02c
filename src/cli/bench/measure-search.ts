import type { Browser, Page } from '@playwright/test';
import { launchBrowser, slowDownCpu, slowDownNetwork } from './browser.ts';
import { getMedian } from './print-table.ts';
import { type PackedSite, servePacked } from './serve-packed.ts';
import type { Sent } from './tally.ts';

/** Times in milliseconds on a slow CPU; the first result also over a slow network. */
interface SearchResult {
	firstMs: number;
	firstBytes: number;
	keyMedianMs: number;
	keyP95Ms: number;
	queryBytes: number;
}

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

/** Measures what the search of a built site costs a reader. */
export async function measureSearch(dist: string): Promise<SearchResult> {
	const site = await servePacked(dist);
	const browser = await launchBrowser();
	try {
		const first = [];
		for (let i = 0; i < 3; i++) first.push(await measureFirst(browser, site));
		const keys = (await measureKeys(browser, site)).sort((a, b) => a - b);
		return {
			firstMs: getMedian(first.map(({ ms }) => ms)),
			firstBytes: getMedian(first.map(({ bytes }) => bytes)),
			keyMedianMs: getMedian(keys),
			keyP95Ms: keys[Math.floor(keys.length * 0.95)] ?? 0,
			queryBytes: await measureQueries(browser, site),
		};
	} finally {
		await browser.close();
		site.close();
	}
}

/** From the key that opens the dialog to the first result, with a cold cache. */
async function measureFirst(
	browser: Browser,
	site: PackedSite,
): Promise<{ ms: number; bytes: number }> {
	const page = await browser.newPage();
	try {
		const session = await page.context().newCDPSession(page);
		await page.goto(`${site.origin}/rules/sec-014/`, { waitUntil: 'networkidle' });
		await slowDownNetwork(session);
		await slowDownCpu(session);
		site.takeSent();
		const start = performance.now();
		await page.keyboard.press('/');
		await page.keyboard.type(queries[0] ?? '', { delay: 20 });
		await page.waitForSelector('[data-result]');
		return { ms: performance.now() - start, bytes: addBytes(site.takeSent()) };
	} finally {
		await page.close();
	}
}

/** Milliseconds from each key to the paint of its results, in the dialog of a page that has searched before. */
async function measureKeys(browser: Browser, site: PackedSite): Promise<number[]> {
	const page = await browser.newPage();
	try {
		await page.goto(`${site.origin}/rules/sec-014/`, { waitUntil: 'networkidle' });
		await page.keyboard.press('/');
		await page.keyboard.type('warm', { delay: 20 });
		await page.waitForSelector('[data-result]');
		await watchKeys(page);
		await slowDownCpu(await page.context().newCDPSession(page));
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
async function measureQueries(browser: Browser, site: PackedSite): Promise<number> {
	let total = 0;
	for (const query of queries) {
		const context = await browser.newContext();
		const page = await context.newPage();
		site.takeSent();
		await page.goto(`${site.origin}/search/?q=${encodeURIComponent(query)}`);
		await page.waitForSelector('[data-search-state="done"], [data-search-state="empty"]');
		total += addBytes(site.takeSent());
		await context.close();
	}
	return total / queries.length;
}

function addBytes(sent: Sent[]): number {
	return sent.reduce((sum, { bytes }) => sum + bytes, 0);
}
