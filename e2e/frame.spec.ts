import { expect, readClipboard, test } from './test.ts';

test('breadcrumbs lead from a rule to its topic', async ({ page }) => {
	await page.goto('/rules/sec-003/');
	const trail = page.getByRole('navigation', { name: 'Breadcrumbs' });
	await expect(trail.getByRole('link')).toHaveText(['Topics', 'Application security']);
	await trail.getByRole('link', { name: 'Application security' }).click();
	await expect(page).toHaveURL('/topics/security/');
});

test('the sidebar shows the topics and what the current one holds', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto('/rules/work-008/');
	const side = page.getByRole('navigation', { name: 'This part of the site' });
	const current = side.locator('[aria-current="page"]');
	await expect(current).toHaveCount(1);
	await expect(current).toContainText('WORK-008');
	await expect(current).toBeInViewport();
	expect(await side.getByRole('link').count()).toBeLessThan(80);
	await expect(side.getByRole('link', { name: /^WORK-/ }).first()).toBeAttached();
	await expect(side.getByRole('link', { name: /^SEC-/ })).toHaveCount(0);
});

test('previous and next follow the order of the topic', async ({ page }) => {
	await page.goto('/rules/sec-002/');
	const around = page.getByRole('navigation', { name: 'Pages around this one' });
	await expect(around.locator('[rel="prev"]')).toContainText('SEC-001');
	await around.locator('[rel="next"]').click();
	await expect(page).toHaveURL('/rules/sec-003/');
});

test('the list of parts marks the part that is read', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 700 });
	await page.goto('/topics/security/');
	const contents = page.getByRole('navigation', { name: 'On this page' });
	await contents.getByRole('link', { name: 'Where the sources differ' }).click();
	await expect(contents.locator('[aria-current]')).toHaveText('Where the sources differ');
});

test('a chosen theme holds on the next page, and the system decides without one', async ({
	page,
}) => {
	await page.emulateMedia({ colorScheme: 'light' });
	const ground = (): Promise<string> =>
		page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	await page.goto('/topics/');
	const light = await ground();
	await page.getByRole('button', { name: 'Use the dark theme' }).click();
	const dark = await ground();
	expect(dark).not.toBe(light);
	await page.goto('/rules/sec-001/');
	expect(await ground()).toBe(dark);
	await page.getByRole('button', { name: 'Use the light theme' }).click();
	expect(await ground()).toBe(light);
	await page.emulateMedia({ colorScheme: 'dark' });
	expect(await ground()).toBe(dark);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false, colorScheme: 'dark' });

	test('the theme is the system’s, the menu opens, and no control is dead', async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 740 });
		await page.goto('/rules/sec-001/');
		await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(19, 23, 27)');
		await expect(page.locator('.needs-script:visible')).toHaveCount(0);
		await page.getByRole('button', { name: 'Menu' }).click();
		await expect(page.getByRole('link', { name: 'Checklists' }).first()).toBeVisible();
	});
});

test.describe('page actions', () => {
	test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

	test('copy the address and the Markdown of a page', async ({ page }) => {
		await page.goto('/patterns/circuit-breaker/?from=mail#numbers');
		const read = (): Promise<string> => readClipboard(page);
		await page.getByRole('button', { name: 'Copy link' }).click();
		await expect(page.getByText('Link copied')).toBeVisible();
		expect(await read()).toMatch(/\/patterns\/circuit-breaker\/$/);
		await page.getByRole('button', { name: 'Copy Markdown' }).click();
		await expect(page.getByText('Markdown copied')).toBeVisible();
		expect(await read()).toMatch(/^# Circuit breaker\n/);
	});
});
