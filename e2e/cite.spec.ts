import { expect, readClipboard, test } from './test.ts';

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

test.describe('copy for review', () => {
	test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

	test('a rule is copied in each form, by its control and by a key', async ({ page }) => {
		await page.goto('/rules/sec-014/');
		const toast = page.locator('pl-cite');
		await page.getByRole('button', { name: 'Copy for review' }).click();
		await expect(toast.getByRole('status')).toHaveText('Copied: Markdown link');
		const url = /http:\/\/localhost:\d+\/rules\/sec-014\/\?rev=\d+/.source;
		const forms: [string, string][] = [
			['Markdown link', `^\\[SEC-014 .+\\]\\(${url}\\) \\(MUST\\): Every endpoint`],
			['PR comment', `^issue \\(blocking\\): SEC-014 .+\\n\\nMUST: Every endpoint[^]+\\n${url}$`],
			['Chat line', `^SEC-014 .+ \\(MUST\\): Every endpoint.+ ${url}$`],
			['Task row', `^- \\[ \\] \\[SEC-014 .+\\]\\(${url}\\) \\(MUST\\): Every endpoint`],
		];
		for (const [name, pattern] of forms) {
			await toast.getByRole('button', { name }).click();
			await expect(toast.getByRole('status')).toHaveText(`Copied: ${name}`);
			expect(await readClipboard(page)).toMatch(new RegExp(pattern));
		}
		await toast.getByRole('button', { name: 'Close' }).click();
		await expect(page.getByRole('button', { name: 'Copy for review' })).toBeFocused();
		await page.reload();
		await page.keyboard.press('c');
		await expect(toast.getByRole('status')).toHaveText('Copied: Task row');
	});

	test('a SHOULD is a suggestion, and its section has an address', async ({ page }) => {
		await page.goto('/rules/?level=SHOULD');
		const row = page.locator('[data-rule]:visible').first();
		const code = (await row.getAttribute('data-rule')) ?? '';
		await row.getByRole('link').first().focus();
		await page.keyboard.press('c');
		const toast = page.locator('pl-cite');
		await toast.getByRole('button', { name: 'PR comment' }).click();
		await expect(toast.getByRole('status')).toHaveText('Copied: PR comment');
		expect(await readClipboard(page)).toMatch(new RegExp(`^suggestion: ${code} `));
		await page.goto(`/rules/${code.toLowerCase()}/`);
		await page.getByRole('link', { name: 'Copy for review: Evidence' }).click();
		await expect(toast.getByRole('status')).toHaveText('Copied: PR comment');
		const text = await readClipboard(page);
		expect(text).toContain(', Evidence\n');
		expect(text).toMatch(/\?rev=\d+#evidence$/);
		await expect(page).toHaveURL(/#evidence$/);
	});

	test('a row of a checklist and a row of a topic are copied', async ({ page }) => {
		for (const url of ['/checklists/webhooks/', '/topics/security/']) {
			await page.goto(url);
			const row = page.locator('[data-cited]').first();
			const { code } = JSON.parse((await row.getAttribute('data-cited')) ?? '{}') as {
				code: string;
			};
			await row.getByRole('link').first().focus();
			await page.keyboard.press('c');
			await expect(page.locator('pl-cite').getByRole('status')).toHaveText(/^Copied/);
			expect(await readClipboard(page)).toContain(`/rules/${code.toLowerCase()}/?rev=`);
		}
	});

	test('a statement of a source is copied with the rules that it supports', async ({
		page,
		source,
	}) => {
		await source.open('staff-engineer');
		const statement = source.statement(/webhooks/i);
		const id = (await statement.getAttribute('id')) ?? '';
		const rule = (await statement.locator('.mark-rule').first().textContent()) ?? '';
		await statement.getByRole('link', { name: /^Link to/ }).click();
		await expect(page.locator('pl-cite').getByRole('status')).toHaveText(/^Copied/);
		const text = await readClipboard(page);
		expect(text).toContain(rule);
		expect(text).toContain(`/sources/staff-engineer/#${id})`);
		expect(text).toMatch(/webhooks/i);
		expect(new URL(page.url()).hash).toBe(`#${id}`);
	});

	test('a heading of the guide is copied', async ({ page }) => {
		await page.goto('/guide/permanence/');
		const heading = page.locator('.sl-heading-wrapper').first();
		await heading.getByRole('link').click();
		await expect(page.locator('pl-cite').getByRole('status')).toHaveText(/^Copied/);
		expect(await readClipboard(page)).toMatch(
			/^\[Permanence.*, .+\]\(http.+\/guide\/permanence\/#/,
		);
	});
});

for (const [name, isThere] of [
	['refuses', true],
	['is not there, as on plain HTTP,', false],
] as const) {
	test(`a clipboard that ${name} leaves a selected text`, async ({ page }) => {
		await page.addInitScript((refuses) => {
			const refusing = { writeText: () => Promise.reject(new Error('refused')) };
			Object.defineProperty(navigator, 'clipboard', { value: refuses ? refusing : undefined });
		}, isThere);
		await page.goto('/rules/sec-014/');
		await page.keyboard.press('c');
		const toast = page.locator('pl-cite');
		await expect(toast.getByRole('status')).toContainText('refused to copy');
		const field = toast.getByRole('textbox', { name: 'Text to copy' });
		await expect(field).toBeFocused();
		const selected = await field.evaluate((element: HTMLTextAreaElement) =>
			element.value.slice(element.selectionStart, element.selectionEnd),
		);
		expect(selected).toMatch(/^\[SEC-014 /);
		await page.keyboard.press('Escape');
		await expect(field).toBeHidden();
	});
}

test('without JavaScript a rule has its texts to copy', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/rules/sec-014/');
	await page.locator('summary', { hasText: 'Copy for review' }).click();
	for (const start of ['[SEC-014 ', 'issue (blocking): SEC-014 ', 'SEC-014 ', '- [ ] [SEC-014 ']) {
		const texts = await page.locator('.cite-texts pre').allTextContents();
		expect(texts.some((text) => text.startsWith(start))).toBe(true);
	}
	await context.close();
});

test('a link to a rule unfolds to title, statement and a picture', async ({ page, request }) => {
	for (const url of ['/rules/sec-014/', '/r/SEC-014/']) {
		const html = await (await request.get(url)).text();
		const get = (property: string): string =>
			new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1] ?? '';
		expect(get('og:title')).toContain('SEC-014');
		expect(get('og:description')).toContain('MUST');
		const path = new URL(get('og:image'), 'http://localhost').pathname;
		const picture = await request.get(path);
		expect(picture.status()).toBe(200);
		await page.goto(path);
		const size = await page
			.locator('img')
			.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
		expect(size).toEqual([1200, 630]);
	}
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
