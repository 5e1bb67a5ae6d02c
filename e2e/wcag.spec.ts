import type { Page } from '@playwright/test';
import { type PageKind, pageKinds } from './pages.ts';
import { expect, test } from './test.ts';
import { findFaults, findMotion, getContrast, getFocus } from './wcag.ts';

const kinds = Object.entries(pageKinds);

for (const [kind, url] of kinds) {
	test(`the ${kind} page fits 320 pixels, and text of twice its size`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto(url);
		expect(await page.evaluate(findFaults), '320 pixels').toEqual([]);
		await page.setViewportSize({ width: 1280, height: 800 });
		await page.evaluate(() => {
			document.documentElement.style.fontSize = '200%';
		});
		expect(await page.evaluate(findFaults), 'text at 200 %').toEqual([]);
	});
}

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	for (const [kind, url] of kinds) {
		test(`the ${kind} page reads, and its menu opens`, async ({ page }) => {
			await page.goto(url);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(80);
			await expect(page.locator('.needs-script:visible')).toHaveCount(0);
			await page.locator('header').getByRole('button', { name: 'Menu' }).click();
			const menu = page.getByRole('navigation', { name: 'Menu' });
			await menu.getByRole('link', { name: 'Rules' }).first().click();
			await expect(page).toHaveURL('/rules/');
		});
	}
});

/** Kinds whose controls differ from those of the others. */
const operated: PageKind[] = ['home', 'rule', 'rules', 'review', 'search', 'template'];

for (const kind of operated) {
	test(`on the ${kind} page the keyboard skips to the text, and sees where it is`, async ({
		page,
	}) => {
		await page.goto(pageKinds[kind]);
		await focusPage(page);
		await page.keyboard.press('Tab');
		await expect(page.locator(':focus')).toHaveText('Skip to the text');
		for (let stop = 1; stop <= 20; stop++) {
			const { name, fault } = await page.evaluate(getFocus);
			expect(fault, `stop ${stop}, ${name}`).toBe('');
			await page.keyboard.press('Tab');
		}
		await page.goto(pageKinds[kind]);
		await focusPage(page);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		const isInMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
		expect(isInMain, 'the next stop after the skip link').toBe(true);
	});
}

for (const [name, root] of [
	['Menu', '#pl-menu'],
	['Browse', '#pl-side'],
	['On this page', '#pl-contents'],
] as const) {
	test(`on a phone, “${name}” opens, leads on and closes by the keyboard`, async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 740 });
		await page.goto(pageKinds.rule);
		await focusPage(page);
		const button = page.getByRole('button', { name, exact: true });
		await tabTo(page, button);
		await expect(page.locator(root)).toBeHidden();
		await page.keyboard.press('Enter');
		await expect(page.locator(root)).toBeVisible();
		await page.keyboard.press('Tab');
		await expect(page.locator(`${root} :focus`)).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.locator(root)).toBeHidden();
		await expect(button).toBeFocused();
	});
}

for (const colorScheme of ['light', 'dark'] as const) {
	test(`forced colors, ${colorScheme}, keep the focus and the marks of levels visible`, async ({
		page,
	}) => {
		await page.emulateMedia({ forcedColors: 'active', colorScheme });
		await page.goto(pageKinds.rules);
		await focusPage(page);
		for (let stop = 1; stop <= 10; stop++) {
			await page.keyboard.press('Tab');
			const { name, fault } = await page.evaluate(getFocus);
			expect(fault, `stop ${stop}, ${name}`).toBe('');
		}
		for (const level of ['MUST', 'SHOULD']) {
			const mark = page.locator(`main .level[data-level="${level}"]`).first();
			const contrast = await mark.evaluate(getContrast);
			expect(contrast, `${level}: contrast of its mark`).toBeGreaterThanOrEqual(3);
		}
	});
}

test('nothing moves for whoever asked for less motion', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	for (const kind of operated) {
		await page.goto(pageKinds[kind]);
		expect(await page.evaluate(findMotion), kind).toEqual([]);
	}
});

/** What a reader finds the page by, who has it on paper alone. */
const printed = {
	rule: ['IAM-002', '/rules/iam-002/'],
	checklist: ['SEC-', '/checklists/webhooks/'],
	design: ['API-', '/designs/e-commerce-api/'],
} as const;

for (const [kind, [code, address]] of Object.entries(printed)) {
	test(`a ${kind} on paper has its codes and its address, and nothing to press`, async ({
		page,
	}) => {
		await page.goto(pageKinds[kind as keyof typeof printed]);
		await page.emulateMedia({ media: 'print' });
		const text = await page.locator('body').innerText();
		expect(text).toContain(code);
		expect(text).toContain(address);
		// The way to the page is no navigation on paper: it says what the page is a part of.
		await expect(page.locator('nav:not([aria-label="Breadcrumbs"]):visible')).toHaveCount(0);
		// A summary stays: on paper it is the heading of what it holds.
		const pressed = await page
			.locator('button, dialog')
			.evaluateAll((all) =>
				all
					.filter((each) => each.checkVisibility({ visibilityProperty: true }))
					.map((each) => each.textContent.trim()),
			);
		expect(pressed).toEqual([]);
	});
}

test('a rule on paper has what its sources state, also what is folded on a screen', async ({
	page,
}) => {
	await page.goto('/rules/iam-003/');
	const folded = page.locator('details:not([open]) li', { has: page.getByTitle(/^Tied by/) });
	const isShown = (each: Element): boolean => each.checkVisibility();
	expect(await folded.count()).toBeGreaterThan(0);
	expect(await folded.first().evaluate(isShown)).toBe(false);
	await page.emulateMedia({ media: 'print' });
	expect(await folded.first().evaluate(isShown)).toBe(true);
});

/** Puts the focus before the first stop, wherever the page's own script put it. */
async function focusPage(page: Page): Promise<void> {
	await page.evaluate(() => {
		if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		getSelection()?.setPosition(document.body, 0);
	});
}

/** Presses Tab until the control has the focus, as a reader would. */
async function tabTo(page: Page, control: ReturnType<Page['getByRole']>): Promise<void> {
	for (let stop = 1; stop <= 15; stop++) {
		await page.keyboard.press('Tab');
		if (await control.evaluate((each) => each === document.activeElement)) return;
	}
	throw new Error('Unexpected 15 stops without the control, expected it among the first ones');
}
