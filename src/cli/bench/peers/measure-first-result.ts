import type { Browser } from '@playwright/test';
import { slowDownCpu, slowDownNetwork } from '../browser.ts';
import { servePacked } from '../serve-packed.ts';
import { tallySent } from '../tally.ts';
import type { SearchSteps } from './types.ts';

const query = 'retry circuit';

/** Returns what the first search of a reader fetches, and the milliseconds from the click to a result. */
export async function measureFirstResult(
	browser: Browser,
	dist: string,
	path: string,
	{ open, input, result }: SearchSteps,
): Promise<{ bytes: number; ms: number }> {
	const site = await servePacked(dist);
	const page = await browser.newPage();
	try {
		await page.goto(`${site.origin}${path}`, { waitUntil: 'networkidle' });
		const session = await page.context().newCDPSession(page);
		await slowDownNetwork(session);
		await slowDownCpu(session);
		site.takeSent();
		const start = performance.now();
		await page.locator(open).first().click();
		await page.locator(input).first().click();
		await page.keyboard.type(query, { delay: 20 });
		await page.locator(result).first().waitFor();
		const ms = performance.now() - start;
		await page.waitForLoadState('networkidle');
		return { bytes: tallySent(site.takeSent()).total, ms };
	} finally {
		await page.close();
		site.close();
	}
}
