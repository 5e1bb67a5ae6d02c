import { findFaults } from '../src/cli/bench/budgets.ts';
import { loadPage } from '../src/cli/bench/load-page.ts';
import { readBudgets } from '../src/cli/bench/pages.ts';
import { type PackedSite, servePacked } from '../src/cli/bench/serve-packed.ts';
import { pageKinds } from './pages.ts';
import { expect, test } from './test.ts';

let site: PackedSite;

test.beforeAll(async () => {
	site = await servePacked('dist');
});

test.afterAll(() => {
	site.close();
});

for (const [kind, path] of Object.entries(pageKinds)) {
	test(`the ${kind} page keeps to its budget, waits for one stylesheet, and does not move`, async ({
		browser,
	}) => {
		expect(findFaults(kind, await loadPage(browser, site, path), readBudgets())).toEqual([]);
	});
}
