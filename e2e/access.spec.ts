import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pageKinds } from './pages.ts';
import { expect, test } from './test.ts';

/** Asks axe with all of its rules, or with some. The size of targets is off as axe comes. */
async function findViolations(page: Page, only?: string[]): Promise<string[]> {
	const rules = { 'target-size': { enabled: true } };
	const axe = new AxeBuilder({ page }).options({ rules });
	const { violations } = await (only ? axe.withRules(only) : axe).analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

for (const [kind, url] of Object.entries(pageKinds)) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`axe finds nothing on the ${kind} page in the ${colorScheme} theme`, async ({ page }) => {
			await page.emulateMedia({ colorScheme });
			await page.goto(url);
			if (kind === 'search') {
				await expect(page.getByRole('main').locator('pl-search-field')).toHaveAttribute(
					'data-search-state',
					'done',
				);
			}
			expect(await findViolations(page)).toEqual([]);
			await page.setViewportSize({ width: 412, height: 823 });
			expect(await findViolations(page, ['target-size']), 'on a phone').toEqual([]);
		});
	}
}

for (const [kind, url] of Object.entries(pageKinds)) {
	test(`the ${kind} page fits a phone and asks no other host`, async ({ page, baseURL }) => {
		const foreign: string[] = [];
		page.on('request', (request) => {
			if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) {
				foreign.push(request.url());
			}
		});
		await page.setViewportSize({ width: 360, height: 740 });
		await page.goto(url);
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
		);
		expect(overflow).toBe(0);
		expect(foreign).toEqual([]);
	});
}

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing in the open search in the ${colorScheme} theme, and it fits a phone`, async ({
		page,
		dialog,
	}) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 360, height: 740 });
		await page.goto('/guide/');
		await page.keyboard.press('/');
		await dialog.input.fill('circuit breaker');
		await dialog.expectState('done');
		expect(await findViolations(page)).toEqual([]);
		const overflow = await dialog.root.evaluate((root) => root.scrollWidth - root.clientWidth);
		expect(overflow).toBe(0);
	});
}
