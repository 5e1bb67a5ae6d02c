import { pageKinds } from './pages.ts';
import { expect, readClipboard, test } from './test.ts';

/** The list of each kind of article, and one of the kind. */
const kinds = {
	decisions: '/decisions/jwt-or-session/',
	patterns: '/patterns/circuit-breaker/',
	designs: '/designs/e-commerce-api/',
	playbooks: '/playbooks/slow-queries/',
	templates: '/templates/decision-record/',
	roles: '/roles/staff-engineer/',
} as const;

for (const [path, url] of Object.entries(kinds)) {
	test(`${path} are listed, and lead on`, async ({ page }) => {
		await page.goto(`/${path}/`);
		const main = page.getByRole('main');
		await main.locator(`a[href="${url}"]`).click();
		await expect(page).toHaveURL(url);
		await expect(main.getByRole('heading', { name: 'Rules', exact: true })).toBeVisible();
		const next = page.locator('.read-next');
		await expect(next).toHaveCount(1);
		await next.getByRole('link').click();
		await expect(page).not.toHaveURL(url);
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Page not found');
	});
}

/** Pages that are a tool or a way in: what they lead to is all that they show. */
const withoutNext = ['home', 'open review', 'search', 'offline', 'missing'];

test('every kind of page says in one line what to read next', async ({ page }) => {
	for (const [kind, url] of Object.entries(pageKinds)) {
		if (withoutNext.includes(kind)) continue;
		await page.goto(url);
		const next = page.locator('.read-next a, .around a[rel="next"]');
		expect(await next.count(), kind).toBeGreaterThan(0);
	}
});

test('a decision copies as a record with the evidence of its rules', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(kinds.decisions);
	await page.getByRole('button', { name: 'Copy as ADR' }).first().click();
	await expect(page.getByRole('status').filter({ hasText: 'Copied as Markdown' })).toBeVisible();
	const text = await readClipboard(page);
	for (const heading of [
		'## Context and Problem Statement',
		'## Decision Drivers',
		'## Considered Options',
		'## Decision Outcome',
		'### Confirmation',
	]) {
		expect(text).toContain(heading);
	}
	expect(text).toMatch(
		/\* \[ \] \[IAM-\d{3} .+\]\(http:\/\/localhost:\d+\/rules\/iam-\d{3}\/\): \S/,
	);
});

test('a decision shows the sources on each side, with links to the very statements', async ({
	page,
}) => {
	await page.goto(kinds.decisions);
	const positions = page.locator('.positions');
	expect(await positions.locator('dt').count()).toBeGreaterThanOrEqual(3);
	const statement = positions.locator('a[href*="#s-"]').first();
	const text = await statement.innerText();
	await statement.click();
	await expect(page.locator(':target')).toContainText(text.slice(0, 40));
});

test('a template copies as Markdown; where the browser refuses, it is selected', async ({
	page,
	context,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(kinds.templates);
	await page.getByRole('button', { name: 'Copy as Markdown' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Copied as Markdown' })).toBeVisible();
	const text = await readClipboard(page);
	expect(text).toMatch(/^# .+/m);
	expect(text).toContain('<');

	await page.evaluate(() => {
		navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
	});
	await page.getByRole('button', { name: 'Copy as Markdown' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'refused' })).toBeVisible();
	const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
	expect(selected.trim().slice(0, 20)).toBe(text.trim().slice(0, 20));
});

test('a diagram has a name, a description and its text', async ({ page }) => {
	await page.goto(kinds.patterns);
	const figure = page.locator('figure.diagram').first();
	const picture = figure.getByRole('img');
	await expect(picture).toBeVisible();
	const name = await picture.evaluate(
		(svg) =>
			document.getElementById(svg.getAttribute('aria-labelledby')?.split(' ')[0] ?? '')
				?.textContent,
	);
	expect(name).toMatch(/\w/);
	await figure.getByText('Diagram as text').click();
	expect(await figure.locator('details li').count()).toBeGreaterThan(1);
});

test('diagrams follow the theme and keep their contrast in print', async ({ page }) => {
	await page.goto(kinds.patterns);
	const label = page.locator('figure.diagram svg text').first();
	const colors: string[] = [];
	for (const media of [
		{ colorScheme: 'light' as const },
		{ colorScheme: 'dark' as const },
		{ media: 'print' as const },
	]) {
		await page.emulateMedia(media);
		colors.push(await label.evaluate((text) => getComputedStyle(text).fill));
	}
	expect(colors[0]).not.toBe(colors[1]);
	expect(colors[2]).toBe(colors[0]);
});

test('a worked design has its parts, its diagrams and its schema without script', async ({
	browser,
	baseURL,
}) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		...(baseURL && { baseURL }),
	});
	const page = await context.newPage();
	await page.goto(kinds.designs);
	const main = page.getByRole('main');
	for (const name of ['Executive summary', 'API contracts', 'Data schema', 'Key considerations']) {
		await expect(main.getByRole('heading', { name, exact: true })).toBeVisible();
	}
	expect(await main.locator('figure.diagram svg').count()).toBeGreaterThanOrEqual(3);
	await expect(main.locator('pre', { hasText: 'CREATE TABLE' }).first()).toBeVisible();
	await context.close();
});

test('the agent file of a role names rules that exist, with links that resolve', async ({
	page,
	request,
}) => {
	await page.goto('/roles/');
	const urls = await page
		.getByRole('main')
		.locator('a[href^="/roles/"]')
		.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
	expect(urls.length).toBe(7);
	const { rules } = (await (await request.get('/api/v1/rules.json')).json()) as {
		rules: { id: string; status: string }[];
	};
	const codes = new Set(rules.filter(({ status }) => status === 'active').map(({ id }) => id));
	for (const url of urls) {
		await page.goto(url);
		const file = await page
			.getByRole('link', { name: 'Agent file', exact: true })
			.getAttribute('href');
		const text = await (await request.get(file ?? '')).text();
		expect(text).toMatch(/^---\nname: [a-z-]+\ndescription: ".{80,}"\n---\n/);
		const named = [...text.matchAll(/\[([A-Z]{2,5}-\d{3})\]\(([^)]+)\)/g)];
		expect(named.length, url).toBeGreaterThanOrEqual(15);
		for (const [, code = '', link = ''] of named) {
			expect(codes, `${url}: ${code}`).toContain(code);
			expect(link).toBe(`/rules/${code.toLowerCase()}.md`);
		}
		// Those without a link, too: an agent would cite them all the same.
		const unknown = [...text.matchAll(/\b[A-Z]{2,}-\d+\b/g)].filter(([code]) => !codes.has(code));
		expect(unknown.map(String), url).toEqual([]);
		const words = text.split(/\s+/).length;
		await expect(page.getByText(`${words.toLocaleString('en')} words`)).toBeVisible();
	}
	const all = await (await request.get('/agents/backend-architect.md')).text();
	expect(
		all.match(/^- \*\*.+\?\*\* .+\(\[.+\]\(\/decisions\/.+\.md\)\)$/gm)?.length,
	).toBeGreaterThanOrEqual(16);
});

test('a rule leads to the articles that name it, and they lead back', async ({ page }) => {
	await page.goto('/rules/rel-002/');
	const deeper = page.locator('section', { has: page.locator('#deeper') });
	const link = deeper.locator('a[href^="/patterns/"]').first();
	await link.click();
	await expect(page.locator('.link-list a[href="/rules/rel-002/"]')).toBeVisible();
});

test('a topic leads to its articles by kind', async ({ page }) => {
	await page.goto('/topics/multi-tenancy/');
	const deeper = page.locator('section', { has: page.locator('#deeper') });
	for (const url of ['/decisions/tenant-isolation/', '/designs/multi-tenant-schema/']) {
		await expect(deeper.locator(`a[href="${url}"]`)).toBeVisible();
	}
});

test('technologies in depth are reached from the map', async ({ page }) => {
	await page.goto('/technologies/');
	const links = page.getByRole('main').locator('a[href^="/technologies/"]');
	const urls = new Set(await links.evaluateAll((all) => all.map((a) => a.getAttribute('href'))));
	expect([...urls].filter((url) => /^\/technologies\/[a-z-]+\/$/.test(url ?? '')).length).toBe(6);
	await page.goto('/technologies/postgresql/');
	for (const name of ['JSONB', 'Partial indexes', 'Materialized views', 'Row-level security']) {
		await expect(page.getByRole('heading', { name: new RegExp(name, 'i') }).first()).toBeVisible();
	}
});

test('what was checked is listed with its tool, and what was not with its reason', async ({
	page,
}) => {
	await page.goto('/snippets/');
	const main = page.getByRole('main');
	await expect(main.getByRole('row', { name: /PostgreSQL/ }).first()).toBeVisible();
	await main.locator('a[href^="/designs/"]').first().click();
	await expect(page.locator('pre').first()).toBeVisible();
});
