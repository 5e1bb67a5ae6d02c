import type { Browser } from '@playwright/test';
import { launchBrowser } from './browser.ts';
import { type Load, loadPage } from './load-page.ts';
import { type Cell, getMedian, printTable } from './print-table.ts';
import { type PackedSite, servePacked } from './serve-packed.ts';
import { getDist, type Settings } from './settings.ts';

/** Prints when each kind of page is painted on a slow network and CPU: medians of several loads. */
export async function printTimes(settings: Settings): Promise<void> {
	const site = await servePacked(getDist(settings));
	const browser = await launchBrowser();
	try {
		await printTable(
			`Times of a first load, median of ${settings.runs}: 1.6 Mbit/s, 150 ms, CPU 4 times slowed`,
			['page', 'FCP ms', 'LCP ms', 'CLS', 'TBT ms'],
			settings.kinds.map(({ kind, path }) => async () => [
				kind,
				...(await measureTimes(browser, site, path, settings.runs)),
			]),
		);
	} finally {
		await browser.close();
		site.close();
	}
}

/** Returns the medians of FCP, LCP, CLS and blocked time of a page. */
export async function measureTimes(
	browser: Browser,
	site: PackedSite,
	path: string,
	runs: number,
): Promise<Cell[]> {
	const loads: Load[] = [];
	for (let i = 0; i < runs; i++) loads.push(await loadPage(browser, site, path, true));
	const median = (read: (load: Load) => number): number => getMedian(loads.map(read));
	return [
		median(({ firstPaint }) => firstPaint).toFixed(0),
		median(({ largestPaint }) => largestPaint).toFixed(0),
		median(({ layoutShift }) => layoutShift).toFixed(3),
		median(({ blockedTime }) => blockedTime).toFixed(0),
	];
}
