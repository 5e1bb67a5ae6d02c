import { expect, test } from './test.ts';

test('the home page leads to every topic', async ({ page }) => {
	await page.goto('/');
	const main = page.getByRole('main');
	await expect(main.getByRole('heading', { level: 1 })).toHaveText(/cited in a design review/);
	const links = main.locator('a[href^="/topics/"]');
	const topics = new Set(await links.evaluateAll((all) => all.map((a) => a.getAttribute('href'))));
	topics.delete('/topics/');
	expect(topics.size).toBe(18);
});

test('each of the 18 topics has an introduction of 200 to 400 words that links its neighbors', async ({
	page,
}) => {
	await page.goto('/topics/');
	const urls = await page
		.getByRole('main')
		.locator('.plain-list a[href^="/topics/"]')
		.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
	expect(urls.length).toBe(18);
	for (const url of urls) {
		await page.goto(url);
		const introduction = page.locator('.introduction');
		const texts = await introduction.allInnerTexts();
		const words = texts.join(' ').split(/\s+/).filter(Boolean).length;
		expect(words, url).toBeGreaterThanOrEqual(200);
		expect(words, url).toBeLessThanOrEqual(410);
		expect(await introduction.locator('a[href^="/topics/"]').count(), url).toBeGreaterThanOrEqual(
			3,
		);
	}
});

test('a topic leads with its rules by level, then what to avoid, then what sources add', async ({
	page,
}) => {
	await page.goto('/topics/architecture/');
	const headings = await page
		.getByRole('main')
		.getByRole('heading', { level: 2 })
		.evaluateAll((all) => all.map(({ id }) => id));
	expect(headings.slice(0, 5)).toEqual(['must', 'should', 'may', 'avoid', 'sources-add']);
	const rule = page.locator('.link-list li', { hasText: 'ARCH-003' });
	await expect(rule).toContainText('MUST');
	await expect(rule).toContainText(/[1-6] of 6 sources/);
});

test('glossary terms are linked where a document first mentions them', async ({ page, source }) => {
	await source.open('systems-architect');
	const hrefs = await page
		.locator('.document a.term')
		.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
	expect(hrefs.length).toBeGreaterThan(10);
	expect(hrefs.length).toBe(new Set(hrefs).size);
	await page.goto(hrefs[0] ?? '');
	await expect(page.locator('h3:target')).toBeVisible();
});

test('without JavaScript every kind of page has its content', async ({ browser, baseURL }) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		...(baseURL && { baseURL }),
	});
	const page = await context.newPage();
	const expected: [string, RegExp][] = [
		['/', /statements from 6 source documents/],
		['/topics/reliability/', /of 6 sources/],
		['/sources/reliability-architect/', /lines of text/],
		['/coverage/', /Where the sources agree/],
		['/glossary/', /Row-level security/],
		['/rules/', /IAM-018/],
		['/rules/sec-014/', /Revision 1/],
		['/standards/owasp-api/', /API10:2023/],
		['/changes/', /SEC-014/],
		['/search/', /A–Z/],
		['/guide/findings/raw-html/', /How to fix/],
	];
	for (const [url, text] of expected) {
		await page.goto(url);
		await expect(page.getByRole('main')).toContainText(text);
	}
	await page.goto('/');
	await page
		.getByRole('link', { name: /Search/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/search\/$/);
	await context.close();
});
