import type { ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { relocateSite } from '../src/cli/relocate-site.ts';
import { pageKinds } from './pages.ts';
import { expect, readClipboard, serveSite, test } from './test.ts';

const port = 4431;
const origin = `http://localhost:${port}`;
const base = '/team/plumbline';
const home = `${origin}${base}/`;

test.describe.configure({ mode: 'serial' });

test.describe('a site under a base path', () => {
	// Relative addresses of the tests count from the home page.
	test.use({ baseURL: home, permissions: ['clipboard-read', 'clipboard-write'] });

	let folder = '';
	let problems: string[] = [];
	let server: ChildProcess | undefined;
	/** Requests of pages that the rest of the host got, and those that the site could not answer. */
	let strays: string[] = [];

	test.beforeAll(async ({ request }) => {
		test.setTimeout(300_000);
		folder = await mkdtemp(join(tmpdir(), 'plumbline-base-'));
		// The compressed files hold the addresses of the root.
		await cp('dist', folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
		problems = await relocateSite(folder, { origin: 'http://localhost:4321', base });
		server = await serveSite(folder, port, request, base);
	});

	test.afterAll(async () => {
		server?.kill();
		await rm(folder, { recursive: true, force: true });
	});

	test.beforeEach(({ page }) => {
		strays = [];
		page.on('response', (response) => {
			const url = response.url();
			const isOwn = url.startsWith(home) || url.startsWith('data:') || url.startsWith('blob:');
			const isMeant = response.status() < 400 || url.endsWith(pageKinds.missing);
			if (!isOwn || !isMeant) strays.push(`${response.status()} ${url}`);
		});
	});

	test.afterEach(() => {
		expect(strays).toEqual([]);
	});

	/** Addresses of the page that lead to the host, outside of the site. */
	function findOutside(page: Page): Promise<string[]> {
		return page.evaluate(
			([host, own]) =>
				[...document.querySelectorAll('[href], [src], [action]')]
					.flatMap((element) =>
						['href', 'src', 'action'].map((name) => element.getAttribute(name) ?? ''),
					)
					.map((address) => new URL(address, location.href).href)
					.filter((url) => url.startsWith(`${host}/`) && !url.startsWith(own)),
			[origin, home] as const,
		);
	}

	test('keeps no address of the root, and the rest of the host answers nothing', async ({
		request,
	}) => {
		expect(problems).toEqual([]);
		expect((await request.get(`${origin}/`)).status()).toBe(404);
		expect((await request.get(`${origin}/rules/iam-002/`)).status()).toBe(404);
	});

	for (const [kind, path] of Object.entries(pageKinds)) {
		test(`shows the page of a kind: ${kind}`, async ({ page }) => {
			const response = await page.goto(path.slice(1), { waitUntil: 'networkidle' });
			expect(response?.status()).toBe(path === pageKinds.missing ? 404 : 200);
			expect(await findOutside(page)).toEqual([]);
			await expect(page.locator('html')).toHaveAttribute('data-base', base);
		});
	}

	test('leads from page to page by its links', async ({ page }) => {
		await page.goto('rules/iam-002/');
		await page.locator('main a[href*="/topics/"]').first().click();
		await expect(page).toHaveURL(/\/team\/plumbline\/topics\//);
		await page.goto('no-such-page/');
		await page.getByRole('banner').getByRole('link').first().click();
		await expect(page).toHaveURL(home);
	});

	test('finds rules and texts in the dialog and on the search page', async ({
		page,
		dialog,
		searchPage,
	}) => {
		await page.goto('');
		await page.keyboard.press('/');
		await dialog.input.fill('rate limit login');
		await dialog.expectState('done');
		await expect(dialog.results.first()).toHaveAttribute('data-url', `${base}/rules/sec-014/`);
		await dialog.results.first().getByRole('link').click();
		await expect(page).toHaveURL(`${home}rules/sec-014/`);

		// The engine for texts finds its own files, and says where pages are.
		await page.goto('search/?q=replay%20protection&kind=source');
		await searchPage.expectState('done');
		const first = searchPage.results.first();
		await expect(first).toHaveAttribute(
			'data-url',
			/^\/team\/plumbline\/sources\/staff-engineer\/#s-/,
		);
		await first.getByRole('link').press('Enter');
		await expect(page.locator(':target')).toContainText(/replay/i);
	});

	test('copies addresses that answer', async ({ page, request }) => {
		await page.goto('rules/sec-014/');
		await page.getByRole('button', { name: 'Copy for review' }).click();
		await expect(page.locator('pl-cite').getByRole('status')).toContainText('Copied');
		const text = await readClipboard(page);
		const [, url = ''] = /\]\((http[^)]+)\)/.exec(text) ?? [];
		expect(url).toMatch(new RegExp(`^${home}rules/sec-014/\\?rev=\\d+$`));
		expect((await request.get(url)).status()).toBe(200);
		// What stands in for the control without its script says the same.
		await expect(page.locator('.cite-texts pre').first()).toContainText(
			`](${base}/rules/sec-014/?rev=`,
		);

		await page.goto('decisions/jwt-or-session/');
		await page.getByRole('button', { name: 'Copy as ADR' }).first().click();
		await expect(page.getByRole('status').filter({ hasText: 'Copied as Markdown' })).toBeVisible();
		const record = await readClipboard(page);
		const links = [...record.matchAll(/\]\((http[^)\s]+)\)/g)].map(([, each = '']) => each);
		expect(links.length).toBeGreaterThan(0);
		expect(record).not.toContain('](/');
		for (const link of links.filter((each) => each.startsWith(origin)).slice(0, 5)) {
			expect((await request.get(link)).status(), link).toBe(200);
		}
	});

	test('a review is made, kept apart, handed over, and opened by its link', async ({
		page,
		browser,
		request,
	}) => {
		await page.goto('checklists/webhooks/');
		await page.goto('review/?pack=webhooks');
		const row = page.locator('.review-row[data-code="INT-002"]');
		await row.locator('[data-answer="met"]').click();
		const keys = await page.evaluate(() => Object.keys(localStorage));
		expect(keys.filter((key) => key.includes('plumbline.review')).length).toBeGreaterThan(1);
		expect(keys.filter((key) => key.startsWith('plumbline.'))).toEqual([]);

		await page.locator('summary', { hasText: 'Hand over' }).click();
		const link = page.getByRole('textbox', { name: /As a link/ });
		await expect(link).toHaveValue(/#share=/);
		expect(await link.inputValue()).toMatch(new RegExp(`^${home}review/#share=`));
		for (const format of ['Markdown', 'CSV']) {
			await page.getByRole('radio', { name: format, exact: true }).check();
			const field = page.getByRole('textbox', { name: 'The review as text' });
			await expect(field).toHaveValue(new RegExp(`${home}rules/int-002/\\?rev=`));
			const [url = ''] = /http[^\s,)]+rules[^\s,)]+/.exec(await field.inputValue()) ?? [];
			expect((await request.get(url)).status(), url).toBe(200);
		}

		const other = await browser.newContext();
		const reader = await other.newPage();
		await reader.goto(await link.inputValue());
		await expect(reader.locator('.review-row[data-code="INT-002"]')).toHaveAttribute(
			'data-state',
			'met',
		);
		await other.close();
	});

	test('a review that was made at another address is opened', async ({ page }) => {
		await page.goto('review/?pack=webhooks');
		await page.locator('.review-row[data-code="INT-002"] [data-answer="met"]').click();
		await page.locator('summary', { hasText: 'Hand over' }).click();
		await page.getByRole('radio', { name: 'Markdown', exact: true }).check();
		const field = page.getByRole('textbox', { name: 'The review as text' });
		await expect(field).toHaveValue(/INT-002/);
		const link = await page.getByRole('textbox', { name: /As a link/ }).inputValue();
		const elsewhere = [
			(await field.inputValue()).replaceAll(home, 'https://elsewhere.example/'),
			link.replace(home, 'https://elsewhere.example/other/'),
		];
		for (const text of elsewhere) {
			expect(text).toContain('elsewhere.example');
			await page.evaluate(() => {
				localStorage.clear();
			});
			await page.goto('review/');
			await page.getByRole('textbox', { name: /JSON, Markdown, or a link/ }).fill(text);
			await page.getByRole('button', { name: 'Open', exact: true }).click();
			const row = page.locator('.review-row[data-code="INT-002"]');
			await expect(row).toHaveAttribute('data-state', 'met');
			await expect(row.locator('[data-url]')).toHaveAttribute('href', `${base}/rules/int-002/`);
		}
	});

	test('short links keep revision and place', async ({ page }) => {
		await page.goto('r/SEC-014/?rev=1#evidence');
		await expect(page).toHaveURL(`${home}rules/sec-014/?rev=1#evidence`);
	});

	test('files for programs name addresses that answer', async ({ request }) => {
		const get = async (path: string): Promise<string> => (await request.get(path)).text();
		const twin = await get('rules/sec-014.md');
		const { rules } = JSON.parse(await get('api/v1/rules.json')) as { rules: { url: string }[] };
		const found = [
			...[...twin.matchAll(/\]\((\/[^)\s]+)\)/g)].map(([, url = '']) => url),
			/\]\((\/[^)\s]+)\)/.exec(await get('llms.txt'))?.[1] ?? '',
			/<link href="([^"]+)"/.exec(await get('changes.xml'))?.[1] ?? '',
			/,(\/[^,]+),/.exec(await get('rules.csv'))?.[1] ?? '',
			rules[0]?.url ?? '',
		];
		expect(found.length).toBeGreaterThan(5);
		for (const url of found) {
			expect(url.startsWith(`${base}/`), url).toBe(true);
			expect((await request.get(`${origin}${url}`)).status(), url).toBe(200);
		}
		expect(await get('opensearch.xml')).toContain(`${base}/search/?q={searchTerms}`);
	});
});
