import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRequestContext, BrowserContext, Locator, Page, TestInfo } from '@playwright/test';
import { writeOfflineList } from '../src/cli/write-offline-list.ts';
import { expect, serveSite, test as base } from './test.ts';

/** A site of its own that a test can take off the network. */
class Host {
	readonly #port: number;
	readonly #request: APIRequestContext;
	#server: ChildProcess | undefined;

	constructor(port: number, request: APIRequestContext) {
		this.#port = port;
		this.#request = request;
	}

	get url(): string {
		return `http://localhost:${this.#port}`;
	}

	async start(folder = 'dist'): Promise<void> {
		this.#server = await serveSite(folder, this.#port, this.#request);
	}

	async stop(): Promise<void> {
		const server = this.#server;
		this.#server = undefined;
		if (!server) return;
		const ended = once(server, 'exit');
		server.kill();
		await ended;
	}
}

/** The page with the controls. */
class OfflinePage {
	readonly page: Page;
	readonly reading: Locator;
	readonly site: Locator;
	readonly off: Locator;
	readonly said: Locator;
	readonly pages: Locator;

	constructor(page: Page) {
		const root = page.locator('pl-offline');
		this.page = page;
		this.reading = page.getByRole('switch', { name: 'Keep what I read' });
		this.site = root.locator('[data-site]');
		this.off = page.getByRole('button', { name: 'Turn off and delete everything' });
		this.said = root.locator('[data-said]');
		this.pages = root.locator('[data-pages]').getByRole('link');
	}

	async keepReading(): Promise<void> {
		// The script sets the switch by what is kept, once that is settled.
		await this.reading.click();
		await expect(this.said).toContainText('each page that you open is kept');
	}

	async keepSite(): Promise<void> {
		await this.site.click();
		await expect(this.said).toContainText('The whole site is kept', { timeout: 120_000 });
	}
}

/** What the browser has registered and kept for the site. */
async function inspect(page: Page): Promise<{ workers: number; caches: string[] }> {
	return page.evaluate(async () => ({
		workers: (await navigator.serviceWorker.getRegistrations()).length,
		caches: await caches.keys(),
	}));
}

/** Takes the site off the network, and tells the browser so. */
async function goOffline(host: Host, context: BrowserContext): Promise<void> {
	await host.stop();
	await context.setOffline(true);
}

const test = base.extend<{ host: Host; controls: OfflinePage }>({
	host: async ({ request }, use, { parallelIndex }) => {
		const host = new Host(4441 + parallelIndex, request);
		await host.start();
		await use(host);
		await host.stop();
	},
	controls: async ({ page, host }, use) => {
		await page.goto(`${host.url}/offline/`);
		await use(new OfflinePage(page));
	},
});

// Keeping the whole site takes a busy machine a while.
test.setTimeout(480_000);

test('nothing is registered or kept before the reader asks for it', async ({
	page,
	controls,
	host,
}) => {
	await expect(controls.reading).toBeEnabled();
	await expect(controls.reading).not.toBeChecked();
	await page.goto(`${host.url}/rules/iam-002/`);
	expect(await inspect(page)).toEqual({ workers: 0, caches: [] });
});

test('what was read opens offline, and an unread page names what can be read', async ({
	page,
	context,
	controls,
	host,
}) => {
	await controls.keepReading();
	await page.goto(`${host.url}/rules/iam-002/`);
	const title = await page.getByRole('heading', { level: 1 }).innerText();
	await page.goto(`${host.url}/topics/security/`);
	const note = page.getByText('You are offline. This is the copy that this browser kept');
	await expect(note).toHaveCount(0);
	await goOffline(host, context);

	await page.goto(`${host.url}/topics/security/`);
	await expect(page.getByRole('heading', { level: 1, name: 'Security' })).toBeVisible();
	await expect(note).toBeVisible();
	await page.goto(`${host.url}/rules/iam-002/?rev=1#why`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	await page.goto(`${host.url}/r/IAM-002/`);
	await expect(page).toHaveURL(`${host.url}/rules/iam-002/`);

	const answer = await page.goto(`${host.url}/topics/caching/`);
	expect(answer?.status()).toBe(503);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not kept');
	await expect(note).toHaveCount(0);
	await controls.pages.filter({ hasText: 'IAM-002' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('the choice survives a reload, and turning it off keeps no further page', async ({
	page,
	controls,
	host,
}) => {
	await controls.keepReading();
	await page.reload();
	await expect(controls.reading).toBeChecked();
	await page.goto(`${host.url}/rules/iam-002/`);
	await page.goto(`${host.url}/offline/`);
	await expect(controls.pages).toHaveText([/^IAM-002/]);
	await controls.reading.click();
	await expect(controls.said).toContainText('No further pages are kept');
	await page.goto(`${host.url}/topics/security/`);
	await page.goto(`${host.url}/offline/`);
	await expect(controls.pages).toHaveText([/^IAM-002/]);
});

test('the whole site opens offline with its search, after a stop and a reload', async ({
	page,
	context,
	controls,
	host,
	searchPage,
}) => {
	await expect(page.locator('[data-size]')).toContainText(/About \d+(\.\d)? MB to fetch/);
	await controls.site.click();
	await expect(page.locator('[data-progress-text]')).toContainText(/[1-9]\d\d of [\d,]+ files/);
	await controls.site.click();
	await expect(controls.said).toContainText('Stopped');
	await page.reload();
	await expect(controls.site).toBeEnabled();
	await controls.keepSite();
	await page.reload();
	await expect(controls.site).toBeDisabled();
	await expect(controls.site).toHaveText('The whole site is kept');
	await goOffline(host, context);

	await page.goto(`${host.url}/search/?q=backpressure`);
	await searchPage.expectState('done');
	await expect(searchPage.status).not.toContainText('could not be searched');
	await page.goto(`${host.url}/`);
	await page.goto(`${host.url}/rules/iam-002/`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('IAM-002');
});

/** Publishes a build in which the rule has another title. */
async function changeBuild(info: TestInfo): Promise<string> {
	const folder = info.outputPath('next');
	// Compressed copies would be sent in place of what changes.
	await cp('dist', folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
	const file = join(folder, 'rules/iam-002/index.html');
	const text = await readFile(file, 'utf8');
	await writeFile(file, text.replace(/(<h1[^>]*>)/, '$1Reworded: '));
	await writeOfflineList(folder);
	return folder;
}

test('an update fetches what changed, waits for open pages, and leaves one build', async ({
	page,
	context,
	controls,
	host,
}, info) => {
	await controls.keepSite();
	const before = (await inspect(page)).caches.filter((name) => name.includes(' site '));
	const next = await changeBuild(info);
	await host.stop();
	await host.start(next);

	await page.goto(`${host.url}/topics/security/`);
	const hasWaiting = (): Promise<boolean> =>
		page.evaluate(async () => {
			const registration = await navigator.serviceWorker.getRegistration();
			await registration?.update();
			return Boolean(registration?.waiting);
		});
	await expect.poll(hasWaiting, { timeout: 60_000 }).toBe(true);
	const both = (await inspect(page)).caches.filter((name) => name.includes(' site '));
	expect(both).toHaveLength(2);
	expect(both).toEqual(expect.arrayContaining(before));
	const { list, same } = await page.evaluate(countSame, both);
	expect(same).toBe(list - 1);

	await goOffline(host, context);
	await page.close();
	// A page that opens too early belongs to the old worker, and keeps it until it closes.
	await expect(async () => {
		const later = await context.newPage();
		try {
			await later.goto(`${host.url}/rules/iam-002/`);
			await expect(later.getByRole('heading', { level: 1 })).toContainText('Reworded: ', {
				timeout: 3_000,
			});
			const after = (await inspect(later)).caches.filter((name) => name.includes(' site '));
			expect(after).toEqual(both.filter((name) => !before.includes(name)));
		} finally {
			await later.close();
		}
	}).toPass({ timeout: 60_000 });
});

/** Counts the files of the second build, and those that are the same in the first. */
async function countSame(names: string[]): Promise<{ list: number; same: number }> {
	const [first, second] = await Promise.all(names.map((name) => caches.open(name)));
	if (!first || !second) throw new Error('There are not two builds.');
	const requests = (await second.keys()).filter(({ url }) => !url.includes('~'));
	let same = 0;
	for (const request of requests) {
		const texts = await Promise.all(
			[first, second].map(async (cache) => (await cache.match(request))?.text()),
		);
		if (texts[0] === texts[1]) same++;
	}
	return { list: requests.length, same };
}

test('turning off removes the worker and everything kept, and nothing else', async ({
	page,
	controls,
	host,
}) => {
	await controls.keepReading();
	await page.goto(`${host.url}/rules/iam-002/`);
	await page.evaluate(async () => {
		localStorage.setItem('kept', 'yes');
		await caches.open('of somebody else');
	});
	await page.goto(`${host.url}/offline/`);
	await controls.off.click();
	await expect(controls.said).toContainText('everything that was kept is deleted');
	await expect(controls.reading).not.toBeChecked();
	await page.goto(`${host.url}/rules/iam-002/`);
	expect(await inspect(page)).toEqual({ workers: 0, caches: ['of somebody else'] });
	expect(await page.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
});

test('the worker that the guide has for operators takes everything back', async ({
	page,
	controls,
	host,
}, info) => {
	await controls.keepReading();
	const folder = info.outputPath('taken-back');
	await cp('dist', folder, { recursive: true });
	const guide = await readFile('content/guide/offline.md', 'utf8');
	const worker = /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
	for (const suffix of ['.br', '.gz']) await rm(join(folder, `sw.js${suffix}`), { force: true });
	await writeFile(join(folder, 'sw.js'), worker);
	await host.stop();
	await host.start(folder);

	await page.goto(`${host.url}/rules/iam-002/`);
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
	await expect.poll(() => inspect(page)).toEqual({ workers: 0, caches: [] });
});

test('a site without its list says that nothing can be kept', async ({ page, controls, host }) => {
	await page.route('**/offline.json', (route) => route.fulfill({ status: 404 }));
	await page.goto(`${host.url}/offline/`);
	await expect(controls.said).toContainText('does not hand out /offline.json');
	await controls.reading.click();
	await expect(controls.reading).not.toBeChecked();
	expect((await inspect(page)).workers).toBe(0);
});
