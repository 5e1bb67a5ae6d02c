import type { Page } from '@playwright/test';
import { pageKinds } from './pages.ts';
import { expect, test } from './test.ts';

/** Records what a page breaks of its policy, and every error that it writes to the console. */
async function watch(page: Page): Promise<string[]> {
	const errors: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') errors.push(message.text());
	});
	page.on('pageerror', (error) => errors.push(error.message));
	await page.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
		});
	});
	return errors;
}

for (const [kind, url] of Object.entries(pageKinds)) {
	test(`the policy of a page holds: ${kind}`, async ({ page }) => {
		const errors = await watch(page);
		await page.goto(url);
		await page.waitForLoadState('networkidle');
		// A browser writes the status of the missing page itself.
		const unexpected = errors.filter((error) => kind !== 'missing' || !error.includes('404'));
		expect(unexpected).toEqual([]);
	});
}

test('the policy stops an inline script, a foreign picture and a frame, and the watch sees it', async ({
	page,
}) => {
	const errors = await watch(page);
	await page.goto(pageKinds.rule);
	await page.evaluate(() => {
		const script = document.createElement('script');
		script.textContent = 'window.pwned = true';
		const picture = document.createElement('img');
		picture.src = 'https://plumbline.invalid/x.png';
		const frame = document.createElement('iframe');
		frame.src = 'https://plumbline.invalid/';
		document.body.append(script, picture, frame);
		document.body.setAttribute('onclick', 'window.pwned = true');
		document.body.click();
	});
	for (const directive of ['script-src-elem', 'script-src-attr', 'img-src', 'frame-src']) {
		await expect
			.poll(() => errors.some((error) => error.startsWith(`policy: ${directive} `)), directive)
			.toBe(true);
	}
	expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
});

test('the policy holds while a reader searches, in the dialog and on the page', async ({
	page,
	dialog,
	searchPage,
}) => {
	const errors = await watch(page);
	await page.goto(pageKinds.home);
	await page.keyboard.press('/');
	await dialog.input.fill('rate limit');
	await expect(dialog.results.first()).toBeVisible();
	await dialog.expectState('done');
	await page.goto('/search/?q=exponential%20backoff');
	await searchPage.expectState('done');
	await expect(searchPage.results.first()).toBeVisible();
	expect(errors).toEqual([]);
});

test('the policy holds while a review is held and handed over', async ({ page }) => {
	const errors = await watch(page);
	await page.goto('/review/?pack=webhooks');
	const row = page.locator('.review-row:visible').first();
	await row.locator('[data-answer="met"]').click();
	await page.locator('summary', { hasText: 'Hand over' }).click();
	const text = page.getByRole('textbox', { name: 'The review as text' });
	for (const format of await page.getByRole('radio').all()) {
		if (!(await format.isVisible())) continue;
		await format.check();
		await expect(text).not.toHaveValue('');
	}
	await page.reload();
	await expect(page.locator('.review-row:visible').first()).toBeVisible();
	expect(errors).toEqual([]);
});

test('the policy holds while the theme changes and a rule is copied', async ({ page }) => {
	const errors = await watch(page);
	await page.goto(pageKinds.rule);
	await page.emulateMedia({ colorScheme: 'light' });
	await page.getByRole('button', { name: 'Use the dark theme' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.getByRole('button', { name: 'Use the light theme' }).click();
	await expect(page.locator('html')).not.toHaveAttribute('data-theme');
	await page.keyboard.press('c');
	await page.goto('/r/SEC-014/?rev=1');
	await expect(page).toHaveURL('/rules/sec-014/?rev=1');
	expect(errors).toEqual([]);
});
