import { type ChildProcess, execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, nameOwnFolder, serveSite, test } from './test.ts';

const port = 4330;
const site = `http://localhost:${port}`;

test.describe.configure({ mode: 'serial' });

test.describe('a site built from hostile documents', () => {
	const folder = nameOwnFolder('hostile');
	const env = {
		...process.env,
		SOURCES_DIR: 'e2e/hostile',
		OUT_DIR: join(folder, 'dist'),
		CACHE_DIR: join(folder, 'cache'),
		SKIP_COMPRESSION: '1',
	};
	let server: ChildProcess | undefined;

	test.beforeAll(async ({ request }) => {
		test.setTimeout(240_000);
		execFileSync('node', ['src/cli/build.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
		server = await serveSite(env.OUT_DIR, port, request);
	});

	test.afterAll(() => {
		server?.kill();
		rmSync(folder, { recursive: true, force: true });
	});

	test('runs nothing and asks no other host', async ({ page }) => {
		const foreign: string[] = [];
		page.on('request', (request) => {
			if (!request.url().startsWith(site)) foreign.push(request.url());
		});
		await page.goto(`${site}/sources/markup/`);
		for (const link of await page.locator('.document a:not([href^="/"])').all()) {
			await link.click({ trial: true });
		}
		await page.waitForLoadState('networkidle');
		expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
		expect(foreign).toEqual([]);
		const live = page.locator(
			'.document :is(script, iframe, style, img, svg, [onclick], [onerror], [onload], [data-pagefind-body])',
		);
		await expect(live).toHaveCount(0);
		await expect(
			page.locator('.document a[href^="javascript:"], .document a[href^="data:"]'),
		).toHaveCount(0);
	});

	test('shows all of it as text', async ({ page }) => {
		await page.goto(`${site}/sources/markup/`);
		const document = page.locator('.document');
		for (const text of [
			"<script>window.pwned = 'script'</script>",
			'onerror=',
			'<iframe src="https://example.com/frame">',
			'a script link',
			'{{ template }}',
			'<Component client:load />',
			'SEC-014',
		]) {
			await expect(document).toContainText(text);
		}
		await expect(page.locator('dl')).toContainText('draft');
		await expect(page.getByRole('navigation', { name: 'Sections' })).toContainText('Topics');
	});

	test('keeps anchors unique and the page whole', async ({ page }) => {
		await page.goto(`${site}/sources/markup/`);
		const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
		expect(ids.length).toBe(new Set(ids).size);
		expect(ids).toContain('constructor');
	});

	test('gives an odd file name a plain address, and finds it', async ({ page }) => {
		await page.goto(`${site}/sources/`);
		await page.getByRole('main').getByRole('link', { name: 'Odd name' }).click();
		await expect(page).toHaveURL(`${site}/sources/odd-name-41-1/`);
		await page.getByRole('link', { name: 'the markup', exact: true }).click();
		await expect(page).toHaveURL(`${site}/sources/markup/#constructor`);
		await page.goto(`${site}/search/?q=percent%20sign`);
		await expect(page.getByRole('main').locator('[data-result]').first()).toHaveAttribute(
			'data-url',
			/odd-name/,
		);
	});
});
