import AxeBuilder from '@axe-core/playwright';
import type { Browser } from '@playwright/test';
import { launchBrowser, phone } from './browser.ts';
import { type Cell, printTable } from './print-table.ts';
import { servePacked } from './serve-packed.ts';
import { getDist, type Settings } from './settings.ts';

/** The rules of WCAG 2.2 AA, with what axe calls good practice beside them. */
/** A rule of WCAG 2.2 that axe has turned off as it comes. */
const rules = { 'target-size': { enabled: true } };

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const themes = ['light', 'dark'] as const;

export type Theme = (typeof themes)[number];

/** Prints what axe finds on each kind of page in both themes, on a phone. */
export async function printAxe(settings: Settings): Promise<void> {
	const site = await servePacked(getDist(settings));
	const browser = await launchBrowser();
	try {
		await printTable(
			'Violations that axe finds',
			['page', 'theme', 'checked', 'violations', 'which'],
			settings.kinds.flatMap(({ kind, path }) =>
				themes.map((theme) => async () => [
					kind,
					theme,
					...(await runAxe(browser, `${site.origin}${path}`, theme)),
				]),
			),
		);
	} finally {
		await browser.close();
		site.close();
	}
}

async function runAxe(browser: Browser, url: string, theme: Theme): Promise<Cell[]> {
	const context = await browser.newContext({ viewport: phone, colorScheme: theme });
	try {
		const page = await context.newPage();
		await page.goto(url, { waitUntil: 'networkidle' });
		const { violations, passes } = await new AxeBuilder({ page })
			.options({ rules })
			.withTags(tags)
			.analyze();
		const which = violations.map(({ id, nodes }) => `${id} (${nodes[0]?.target.join(' ') ?? ''})`);
		return [passes.length + violations.length, violations.length, which.join(', ')];
	} finally {
		await context.close();
	}
}
