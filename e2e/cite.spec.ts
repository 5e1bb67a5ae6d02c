import { expect, test } from './test.ts';

test('every statement of a document has one anchor and a link to it', async ({ page, source }) => {
	await source.open('staff-engineer');
	const ids = await page.locator('[id]').evaluateAll((all) => all.map((element) => element.id));
	expect(ids.length).toBe(new Set(ids).size);
	const targets = await source.statements.evaluateAll((links) =>
		links.map((link) => link.getAttribute('href')?.slice(1) ?? ''),
	);
	expect(targets.length).toBeGreaterThan(30);
	expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
});

test('a click on the mark of a statement copies its address', async ({ page, context, source }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await source.open('staff-engineer');
	const statement = source.statement(/object level|object-level/i);
	const id = await statement.getAttribute('id');
	await statement.getByRole('link', { name: /^Link to/ }).click();
	await expect(page.getByText('Link copied')).toBeVisible();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(new URL(copied).pathname + new URL(copied).hash).toBe(
		`/sources/staff-engineer/#${id ?? ''}`,
	);
	expect(page.url()).toBe(copied);
});

test('a refused clipboard is said, and the address bar has the link', async ({ page, source }) => {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'clipboard', {
			value: { writeText: () => Promise.reject(new Error('refused')) },
		});
	});
	await source.open('staff-engineer');
	await source.statements.first().click();
	await expect(page.getByText('the link is in the address bar')).toBeVisible();
	expect(new URL(page.url()).hash).toMatch(/^#s-/);
});

test('a link to a statement brings it into view', async ({ page, source }) => {
	await source.open('systems-architect');
	const href = await source.statements.last().getAttribute('href');
	await page.goto(`/sources/systems-architect/${href ?? ''}`);
	await expect(page.locator(':target')).toBeInViewport();
});

test('statement and rule lead to each other', async ({ page, source: document }) => {
	await document.open('staff-engineer');
	const statement = document.statement(/webhooks/i);
	const id = (await statement.getAttribute('id')) ?? '';
	const topic = statement.locator('.mark-topic').first();
	expect(await topic.getAttribute('title')).toMatch(/→|with the statement/);
	await statement.locator('.mark-rule').first().click();
	await expect(page).toHaveURL(/\/rules\/[a-z]+-\d{3}\/$/);
	const source = page.locator('details', { hasText: 'Staff engineer' });
	if ((await source.getAttribute('open')) === null) await source.locator('summary').click();
	await page.locator(`a[href="/sources/staff-engineer/#${id}"]`).click();
	await expect(page.locator(':target')).toHaveAttribute('id', id);
});
