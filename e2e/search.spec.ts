import { expect, test } from './test.ts';

test('the dialog opens by / and by Ctrl+K, and closes by Escape', async ({ page, dialog }) => {
	await page.goto('/topics/');
	await page.keyboard.press('/');
	await expect(dialog.input).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(dialog.root).toBeHidden();
	await page.keyboard.press('Control+k');
	await expect(dialog.input).toBeFocused();
});

test('a search leads to the statement that matched, by keyboard alone', async ({
	page,
	dialog,
}) => {
	await page.goto('/');
	await page.keyboard.press('Control+k');
	await dialog.input.fill('replay protection');
	await dialog.expectState('done');
	await expect(dialog.root.getByRole('status')).toContainText(/places? on/);
	const sources = dialog.results.filter({ hasText: /source document/ });
	await expect(sources.first()).toHaveAttribute('data-url', /\/sources\/staff-engineer\/#s-/);
	for (let i = 0; i < 20; i++) {
		await page.keyboard.press('ArrowDown');
		const url = await page.evaluate(
			() => document.activeElement?.closest('[data-result]')?.getAttribute('data-url') ?? '',
		);
		if (url.includes('#s-')) break;
	}
	await page.keyboard.press('Enter');
	await expect(page.locator(':target')).toContainText(/replay/i);
});

test('the search page takes its query from the address and keeps it there', async ({
	page,
	searchPage,
}) => {
	await page.goto('/search/?q=circuit%20breaker');
	await searchPage.expectState('done');
	await expect(searchPage.input).toHaveValue('circuit breaker');
	await expect(searchPage.results.first()).toHaveAttribute('data-title', /.+/);
	await searchPage.input.fill('idempotency');
	await searchPage.expectState('done');
	await expect(page).toHaveURL(/q=idempotency/);
});

test('a query without an answer is said to have none', async ({ page, searchPage }) => {
	await page.goto('/search/?q=qwxzvbk');
	await searchPage.expectState('empty');
	await expect(searchPage.field.getByRole('status')).toContainText('Nothing found');
});

test('a missing index is said, and the lists stay', async ({ page, searchPage }) => {
	await page.route('**/pagefind/**', (route) => route.abort());
	await page.goto('/search/?q=cache');
	await searchPage.expectState('failed');
	await expect(page.getByRole('main')).toContainText('could not be loaded');
	await expect(page.getByRole('heading', { name: 'A–Z' })).toBeVisible();
});

test('an engine that fails once is loaded again', async ({ page, searchPage }) => {
	let isFirst = true;
	await page.route('**/pagefind/pagefind.js*', (route) => {
		const answer = isFirst ? route.abort() : route.continue();
		isFirst = false;
		return answer;
	});
	await page.goto('/search/?q=cache');
	await searchPage.expectState('done');
	expect(isFirst).toBe(false);
});

test('nothing of the search is fetched before it is wanted', async ({ page, dialog }) => {
	const fetched: string[] = [];
	page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
	await page.goto('/topics/');
	await page.waitForLoadState('networkidle');
	expect(fetched.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
	await page.keyboard.press('/');
	await dialog.input.fill('tenant');
	await dialog.expectState('done');
	expect(fetched.some((path) => path.startsWith('/pagefind/'))).toBe(true);
});

test('the page that does not exist offers the search', async ({ page }) => {
	const response = await page.goto('/no/such/page/');
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such page');
	const main = page.getByRole('main');
	await main.getByRole('searchbox').fill('saga');
	await expect(main.locator('pl-search-field')).toHaveAttribute('data-search-state', /done|empty/);
});
