import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../collections/content.ts';
import { launchBrowser } from './browser.ts';
import { type Budgets, findFaults, getLimits } from './budgets.ts';
import { loadPage } from './load-page.ts';
import { printTable } from './print-table.ts';
import { servePacked } from './serve-packed.ts';
import { getDist, type Settings } from './settings.ts';
import { fileTypes, formatKb, tallySent } from './tally.ts';

/** Reads the budgets that the browser tests enforce. */
export function readBudgets(): Budgets {
	return JSON.parse(readFileSync(join(root, 'e2e/budgets.json'), 'utf8')) as Budgets;
}

/** Prints the bytes of each kind of page by type of file, and what is over budget. */
export async function printPages(settings: Settings): Promise<void> {
	const site = await servePacked(getDist(settings));
	const browser = await launchBrowser();
	const budgets = readBudgets();
	const faults: string[] = [];
	try {
		await printTable(
			'Bytes of a first load, KB',
			['page', ...fileTypes, 'without fonts', 'budget', 'total', 'requests', 'blocking', 'CLS'],
			settings.kinds.map(({ kind, path }) => async () => {
				const load = await loadPage(browser, site, path);
				faults.push(...findFaults(kind, load, budgets));
				const tally = tallySent(load.sent);
				return [
					kind,
					...fileTypes.map((type) => formatKb(tally[type])),
					formatKb(tally.withoutFonts),
					getLimits(budgets, kind).withoutFonts ?? '',
					formatKb(tally.total),
					tally.requests,
					load.blocking.length,
					load.layoutShift.toFixed(3),
				];
			}),
		);
	} finally {
		await browser.close();
		site.close();
	}
	console.log(['', ...faults, `${faults.length} over budget.`].join('\n'));
}
