import { readFileSync } from 'node:fs';
import type { APIRequestContext, Page } from '@playwright/test';
import { type Engine, type Hit, makeEngine } from '../src/search/engine.ts';
import type { SearchIndex } from '../src/search/model.ts';
import { expect, readClipboard, test } from './test.ts';

/** The index that readers get, with the engine that they run. */
async function loadEngine(
	request: APIRequestContext,
): Promise<{ index: SearchIndex; engine: Engine }> {
	const html = await (await request.get('/search/')).text();
	const [, url = ''] = /data-index="([^"]+)"/.exec(html) ?? [];
	const index = (await (await request.get(url)).json()) as SearchIndex;
	return { index, engine: makeEngine(index) };
}

/** Records what is fetched from now on. */
function watch(page: Page): string[] {
	const fetched: string[] = [];
	page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
	return fetched;
}

const isSearchFile = (path: string): boolean => /^\/(pagefind|search)\//.test(path);

test.describe('the index', () => {
	test('every rule is first for its title, and among the first three for each other name', async ({
		request,
	}) => {
		const { index, engine } = await loadEngine(request);
		const rules = index.records.filter(({ kind, isWithdrawn }) => kind === 'rule' && !isWithdrawn);
		expect(rules.length).toBeGreaterThan(170);
		const missed = rules.flatMap((rule) => {
			const rankOf = (query: string): number =>
				engine(query).hits.findIndex(({ record }) => record === rule) + 1;
			const names = (rule.aliases ?? []).filter((alias) => {
				const rank = rankOf(alias);
				return rank < 1 || rank > 3;
			});
			return rankOf(rule.title) === 1
				? names.map((name) => `${rule.code}: ${name}`)
				: [`${rule.code} by its title`, ...names];
		});
		expect(missed).toEqual([]);
	});

	test('every other name of a term, a topic, a checklist and a technology finds it', async ({
		request,
	}) => {
		const { index, engine } = await loadEngine(request);
		const records = index.records.filter(({ kind }) => kind !== 'rule');
		const missed = records.flatMap((record) =>
			[record.title, ...(record.aliases ?? [])]
				.filter((name) => {
					const rank = engine(name).hits.findIndex((hit) => hit.record === record);
					return rank < 0 || rank > 3;
				})
				.map((name) => `${record.url}: ${name}`),
		);
		expect(missed).toEqual([]);
	});

	test('queries that were written without sight of the index are answered', async ({
		request,
	}, testInfo) => {
		const { engine } = await loadEngine(request);
		const lines = readFileSync('e2e/search-queries.tsv', 'utf8').trim().split('\n').slice(1);
		const judged = lines.map((line) => {
			const [kind = '', query = '', codes = ''] = line.split('\t');
			const { hits } = engine(query);
			const rules = hits.filter(({ record }: Hit) => record.kind === 'rule');
			const rank = rules.findIndex(({ record }) => codes.split(' ').includes(record.code ?? ''));
			return { kind, reciprocal: rank < 0 ? 0 : 1 / (rank + 1), isEmpty: hits.length === 0 };
		});
		const answered = judged.filter(({ kind }) => kind !== 'negative');
		const mean = (values: number[]): number =>
			values.reduce((sum, value) => sum + value, 0) / values.length;
		const rows = [...Map.groupBy(answered, ({ kind }) => kind)].map(
			([kind, members]) =>
				`${kind} ${mean(members.map(({ reciprocal }) => reciprocal)).toFixed(2)}`,
		);
		testInfo.annotations.push({ type: 'mean reciprocal rank', description: rows.join(', ') });
		expect(answered.length).toBe(172);
		expect(mean(answered.map(({ reciprocal }) => reciprocal))).toBeGreaterThanOrEqual(0.86);
		const first = answered.map(({ reciprocal }) => Number(reciprocal >= 1 / 3));
		expect(mean(first)).toBeGreaterThanOrEqual(0.9);
		const negative = judged.filter(({ kind }) => kind === 'negative');
		expect(mean(negative.map(({ isEmpty }) => Number(isEmpty)))).toBeGreaterThanOrEqual(0.85);
	});
});

test.describe('the dialog', () => {
	test('opens by / and by Ctrl+K, and closes by Escape', async ({ page, dialog }) => {
		await page.goto('/topics/');
		await page.keyboard.press('/');
		await expect(dialog.input).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(dialog.root).toBeHidden();
		await page.keyboard.press('Control+k');
		await expect(dialog.input).toBeFocused();
	});

	test('arrows go through the results, Enter opens one, letters go on with the query', async ({
		page,
		dialog,
	}) => {
		await page.goto('/topics/');
		await page.keyboard.press('/');
		await page.keyboard.type('rate limit login');
		await dialog.expectState('done');
		await expect(dialog.status).toHaveText(/^\d+ results for “rate limit login”/);
		await expect(dialog.results.first()).toHaveAttribute('data-url', '/rules/sec-014/');
		await page.keyboard.press('ArrowDown');
		await expect(dialog.results.first().getByRole('link')).toBeFocused();
		await page.keyboard.press('ArrowDown');
		await expect(dialog.results.nth(1).getByRole('link')).toBeFocused();
		await page.keyboard.press('s');
		await expect(dialog.input).toBeFocused();
		await expect(dialog.input).toHaveValue('rate limit logins');
		await dialog.expectState('done');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/rules\/sec-014\/$/);
	});

	test('Enter waits for the first result where the search is not loaded yet', async ({
		page,
		dialog,
	}) => {
		let release = (): void => undefined;
		const held = new Promise<void>((resolve) => {
			release = resolve;
		});
		await page.route('**/search/index.*.json', async (route) => {
			await held;
			await route.continue();
		});
		await page.goto('/topics/');
		await page.keyboard.press('/');
		await page.keyboard.type('SEC-014');
		await expect(dialog.field).toHaveAttribute('data-search-state', 'loading');
		await page.keyboard.press('Enter');
		release();
		await expect(page).toHaveURL(/\/rules\/sec-014\/$/);
	});

	test('c copies a result for a review', async ({ page, dialog, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.goto('/topics/');
		await page.keyboard.press('/');
		await page.keyboard.type('SEC-014');
		await dialog.expectState('done');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('c');
		await expect(dialog.status).toHaveText('Copied: Markdown link');
		const copied = await readClipboard(page);
		expect(copied).toMatch(/^\[SEC-014 .+\]\(http.+\/rules\/sec-014\/\?rev=\d+\) \(MUST\): Every /);
	});

	test('offers the last searches, which the reader can clear', async ({ page, dialog }) => {
		await page.goto('/topics/');
		await page.keyboard.press('/');
		await page.keyboard.type('circuit breaker');
		await dialog.expectState('done');
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => url.pathname !== '/topics/');
		await page.goto('/topics/');
		await page.keyboard.press('/');
		await dialog.root.getByRole('button', { name: 'circuit breaker' }).click();
		await expect(dialog.input).toHaveValue('circuit breaker');
		await dialog.expectState('done');
		await dialog.input.fill('');
		await dialog.root.getByRole('button', { name: 'Clear' }).click();
		await expect(dialog.root.getByRole('button', { name: 'circuit breaker' })).toHaveCount(0);
		expect(await page.evaluate(() => localStorage.getItem('plumbline.searches'))).toBeNull();
	});

	test('fetches nothing before it is wanted, and the text of pages only where names do not answer', async ({
		page,
		dialog,
	}) => {
		const fetched = watch(page);
		await page.goto('/topics/');
		await page.waitForLoadState('networkidle');
		expect(fetched.filter(isSearchFile)).toEqual([]);
		await page.keyboard.press('/');
		await page.keyboard.type('idempotency');
		await dialog.expectState('done');
		expect(fetched.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
		await dialog.input.fill('executive summary mandated');
		await expect(dialog.field).toHaveAttribute('data-search-state', /done|empty/);
		expect(fetched.some((path) => path.startsWith('/pagefind/'))).toBe(true);
	});
});

test.describe('the page', () => {
	test('takes its state from the address and keeps it there', async ({ page, searchPage }) => {
		await page.goto('/search/?q=circuit%20breaker');
		await searchPage.expectState('done');
		await expect(searchPage.input).toHaveValue('circuit breaker');
		const first = searchPage.results.first();
		await expect(first).toHaveAttribute('data-title', /circuit breaker/i);
		await expect(first).toHaveAttribute('data-kind', /term|rule/);
		await searchPage.input.fill('idempotency');
		await searchPage.expectState('done');
		await expect(page).toHaveURL(/\?q=idempotency$/);
	});

	test('leads to the very statement of a source', async ({ page, searchPage }) => {
		await page.goto('/search/?q=replay%20protection&kind=source');
		await searchPage.expectState('done');
		const first = searchPage.results.first();
		await expect(first).toHaveAttribute('data-url', /\/sources\/staff-engineer\/#s-/);
		await expect(first).toHaveAttribute('data-page', 'Staff engineer');
		await first.getByRole('link').press('Enter');
		await expect(page.locator(':target')).toContainText(/replay/i);
	});

	test('facets narrow the results, count them, and live in the address', async ({
		page,
		searchPage,
	}) => {
		await page.goto('/search/?q=redis');
		await searchPage.expectState('done');
		const all = await searchPage.results.count();
		const form = page.getByRole('form', { name: 'Filter the results' });
		await form.locator('summary', { hasText: 'Kind of page' }).click();
		await form.getByRole('checkbox', { name: /^Rule/ }).check();
		await expect(page).toHaveURL(/\?q=redis&kind=rule$/);
		await searchPage.expectState('done');
		const rules = await searchPage.results.count();
		expect(rules).toBeLessThan(all);
		await expect(searchPage.status).toHaveText(new RegExp(`^${rules} results? for “redis”`));
		await form.locator('summary', { hasText: 'Topic' }).click();
		const caching = form.locator('label', { hasText: 'Caching' });
		const counted = Number(await caching.locator('[data-count]').textContent());
		await caching.getByRole('checkbox').check();
		await expect(searchPage.results).toHaveCount(counted);
		for (const kind of await searchPage.results.all())
			await expect(kind).toHaveAttribute('data-kind', 'rule');
		await page.goBack();
		await expect(page).toHaveURL(/\?q=redis&kind=rule$/);
		await expect(searchPage.results).toHaveCount(rules);
	});

	test('filters that nothing has are said to be the reason', async ({ page, searchPage }) => {
		await page.goto('/search/?q=redis&topic=method&kind=rule');
		await searchPage.expectState('empty');
		await expect(searchPage.status).toHaveText('No result has all of these filters.');
		await expect(searchPage.field.locator('[data-nearest]')).toBeHidden();
	});

	test('without a query the facets list what has them', async ({ page, searchPage }) => {
		await page.goto('/search/?topic=real-time&kind=rule');
		await searchPage.expectState('done');
		await expect(searchPage.results).toHaveCount(4);
	});

	test('more than a screenful is shown on demand', async ({ page, searchPage }) => {
		await page.goto('/search/?kind=rule');
		await searchPage.expectState('done');
		await expect(searchPage.results).toHaveCount(20);
		await searchPage.field.getByRole('button', { name: 'Show more' }).click();
		await expect(searchPage.results).toHaveCount(40);
		await expect(searchPage.results.nth(20).getByRole('link')).toBeFocused();
	});

	test('codes lead straight to their pages', async ({ page, searchPage }) => {
		for (const [query, url] of [
			['sec 14', '/rules/sec-014/'],
			['SEC-014', '/rules/sec-014/'],
			['API1:2023', '/standards/owasp-api/#api1-2023'],
			['v5.0.0-6.3.1', '/standards/asvs/#v5.0.0-6.3.1'],
			['rfc9457', '/standards/rfc/#rfc-9457-problem-details-for-http-apis'],
			['CWE-639', '/standards/cwe/#cwe-639'],
		] as const) {
			await page.goto(`/search/?q=${encodeURIComponent(query)}`);
			await searchPage.expectState('done');
			await expect(searchPage.results.first(), query).toHaveAttribute('data-url', url);
		}
	});

	test('an unknown code is said, with the nearest', async ({ page, searchPage }) => {
		await page.goto('/search/?q=SEC-999');
		await searchPage.expectState('empty');
		await expect(searchPage.status).toHaveText('There is no SEC-999 here.');
		await expect(searchPage.field.getByRole('link', { name: /^SEC-0/ })).toHaveCount(3);
		await page.goto('/search/?q=CWE-99999');
		await searchPage.expectState('empty');
		await expect(searchPage.field.getByText('The nearest that rules answer')).toBeVisible();
		await expect(searchPage.field.getByRole('link', { name: /^CWE-\d/ }).first()).toBeVisible();
		await expect(searchPage.field.getByRole('link', { name: 'All standards' })).toBeVisible();
	});

	test('a code among other words leads to its rule', async ({ page, searchPage }) => {
		await page.goto('/search/?q=sec-014%20rate%20limit');
		await searchPage.expectState('done');
		await expect(searchPage.results.first()).toHaveAttribute('data-url', '/rules/sec-014/');
	});

	test('the keyboard goes from the field to the results and back', async ({ page, searchPage }) => {
		await page.goto('/search/?q=idempotency%20key');
		await searchPage.expectState('done');
		await searchPage.input.focus();
		await page.keyboard.press('ArrowDown');
		await expect(searchPage.results.first().getByRole('link').first()).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(searchPage.input).toBeFocused();
	});

	test('a corrected word is said', async ({ page, searchPage }) => {
		await page.goto('/search/?q=oauht%20login');
		await searchPage.expectState('done');
		const link = searchPage.field.getByRole('link', { name: 'oauth login', exact: true });
		await expect(link).toHaveAttribute('href', '/search/?q=oauth%20login');
		await page.goto('/search/?q=oauth%20login');
		await searchPage.expectState('done');
		await expect(searchPage.field.locator('[data-corrected]')).toBeHidden();
	});

	test('what the site does not cover has no answer, but topics', async ({ page, searchPage }) => {
		for (const query of ['css grid', 'qwxzvbk', '(.*)', 'salary negotiation']) {
			await page.goto(`/search/?q=${encodeURIComponent(query)}`);
			await searchPage.expectState('empty');
			await expect(searchPage.results).toHaveCount(0);
			await expect(searchPage.status).toHaveText(`Nothing here answers “${query}”.`);
			const topics = searchPage.field.locator('[data-nearest] a');
			expect(await topics.count()).toBeGreaterThan(0);
		}
	});

	test('a title with markup in the query stays text', async ({ page, searchPage }) => {
		await page.goto(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> cache')}`);
		await expect(searchPage.field).toHaveAttribute('data-search-state', /done|empty/);
		await expect(page.locator('pl-search-field img')).toHaveCount(0);
	});
});

test.describe('what is missing', () => {
	for (const [what, answer] of [
		['missing', { status: 404, body: '' }],
		['cut off', { status: 200, body: '{"records":[{"kind":"ru' }],
	] as const) {
		test(`names that are ${what} are said, and everything is offered from A to Z`, async ({
			page,
			searchPage,
		}) => {
			await page.route('**/search/index.*.json', (route) => route.fulfill(answer));
			await page.goto('/search/?q=cache');
			await searchPage.expectState('failed');
			await expect(searchPage.status).toContainText('could not be loaded');
			await expect(searchPage.field.getByRole('link', { name: 'A–Z' })).toBeVisible();
			await expect(page.getByRole('heading', { name: 'A–Z' })).toBeVisible();
		});
	}

	test('without the text of pages, names still answer', async ({ page, searchPage }) => {
		await page.route('**/pagefind/**', (route) => route.abort());
		await page.goto('/search/?q=cache');
		await searchPage.expectState('done');
		await expect(searchPage.status).toContainText('The text of pages could not be searched.');
		await expect(searchPage.results.first()).toBeVisible();
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
		await expect(searchPage.status).not.toContainText('could not be searched');
		expect(isFirst).toBe(false);
	});

	test('the page that does not exist offers the search', async ({ page }) => {
		const response = await page.goto('/no/such/page/');
		expect(response?.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such page');
		const main = page.getByRole('main');
		await main.getByRole('searchbox').fill('saga');
		await expect(main.locator('pl-search-field')).toHaveAttribute(
			'data-search-state',
			/done|empty/,
		);
	});
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('the page is the list of titles, terms and codes', async ({ page }) => {
		await page.goto('/search/?q=cache');
		const main = page.getByRole('main');
		await expect(
			main.getByRole('link', { name: 'Circuit breaker term', exact: true }),
		).toHaveAttribute('href', '/glossary/#circuit-breaker');
		await expect(main.getByRole('link', { name: 'RLS: Row-level security' })).toBeVisible();
		await expect(main.getByRole('link', { name: 'SEC-014', exact: true })).toHaveAttribute(
			'href',
			'/rules/sec-014/',
		);
		await expect(main.getByRole('link', { name: 'Redis technology', exact: true })).toBeVisible();
	});
});

test('browsers are told how to search the site', async ({ page, request }) => {
	await page.goto('/rules/');
	const href = await page.locator('head link[rel="search"]').getAttribute('href');
	const response = await request.get(href ?? '');
	expect(response.status()).toBe(200);
	const [, template = ''] = /text\/html" template="([^"]+)"/.exec(await response.text()) ?? [];
	const url = new URL(template.replace('{searchTerms}', 'rate%20limit'));
	await page.goto(`${url.pathname}${url.search}`);
	await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('rate limit');
});
