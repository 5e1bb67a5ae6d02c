import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from '@playwright/test';
import { expect, test } from './test.ts';

/** The review workspace. */
class Workspace {
	readonly page: Page;
	readonly rows: Locator;
	readonly numbers: Locator;
	readonly notice: Locator;
	readonly name: Locator;

	constructor(page: Page) {
		this.page = page;
		this.rows = page.locator('.review-row:visible');
		this.numbers = page.locator('[data-numbers]');
		this.notice = page.locator('[data-notice]');
		this.name = page.getByRole('textbox', { name: 'Name of the review' });
	}

	async startFrom(pack: string): Promise<void> {
		await this.page.goto(`/review/?pack=${pack}`);
		await expect(this.rows.first()).toBeVisible();
	}

	row(code: string): Locator {
		return this.page.locator(`.review-row[data-code="${code}"]`);
	}

	async answer(code: string, answer: string): Promise<void> {
		await this.row(code).locator(`[data-answer="${answer}"]`).click();
	}

	async fill(code: string, field: string, text: string): Promise<void> {
		await this.row(code).locator(`[data-field="${field}"]`).fill(text);
	}

	/** Opens “Hand over” and returns the text in a format. */
	async export(format: string): Promise<string> {
		await this.openPanel('Hand over');
		const choice = this.page.getByRole('radio', { name: format, exact: true });
		await choice.check();
		const field = this.page.getByRole('textbox', { name: 'The review as text' });
		await expect(field).toHaveAttribute('data-format', (await choice.getAttribute('value')) ?? '');
		return field.inputValue();
	}

	async getLink(): Promise<string> {
		await this.openPanel('Hand over');
		const field = this.page.getByRole('textbox', { name: /As a link/ });
		await expect(field).toHaveValue(/#share=/);
		return field.inputValue();
	}

	async import(text: string): Promise<void> {
		await this.page.goto('/review/');
		await this.page.getByRole('textbox', { name: /JSON, Markdown, or a link/ }).fill(text);
		await this.page.getByRole('button', { name: 'Open', exact: true }).click();
	}

	async openPanel(name: string): Promise<void> {
		const panel = this.page.locator('details', {
			has: this.page.locator('summary', { hasText: name }),
		});
		if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click();
	}
}

/** Another person: a profile with its own storage. */
async function openProfile(browser: Browser): Promise<Workspace> {
	const context = await browser.newContext();
	return new Workspace(await context.newPage());
}

test.describe('a review in the browser', () => {
	test('starts from a pack, is answered, and is there after a reload', async ({ page }) => {
		const review = new Workspace(page);
		await review.startFrom('webhooks');
		const count = await review.rows.count();
		expect(count).toBeGreaterThan(10);
		await review.answer('INT-002', 'met');
		await review.fill('INT-002', 'evidence', 'https://example.com/test');
		await review.answer('SEC-001', 'not met');
		await expect(review.row('SEC-001').getByText('needed')).toBeVisible();
		await expect(review.numbers).toContainText('1 without a reason');
		await review.fill('SEC-001', 'reason', 'No schema yet');
		await expect(review.numbers).toHaveText(
			`2 of ${count} answered, 1 met, 1 not met, 0 not applicable`,
		);
		await review.name.fill('Checkout webhooks');
		await page.reload();
		await expect(review.name).toHaveValue('Checkout webhooks');
		await expect(review.row('SEC-001').locator('[data-field="reason"]')).toHaveValue(
			'No schema yet',
		);
		await expect(
			review.row('INT-002').getByRole('link', { name: 'Open', exact: true }),
		).toHaveAttribute('href', 'https://example.com/test');
	});

	test('starts from what is reviewed, and from a filtered index', async ({ page }) => {
		const review = new Workspace(page);
		await page.goto('/review/');
		await page.getByRole('checkbox', { name: /^Webhooks/ }).check();
		await page.getByRole('checkbox', { name: /^MUST/ }).check();
		await expect(page.locator('[data-count]')).toHaveText(/^\d+ rules$/);
		const count = Number.parseInt((await page.locator('[data-count]').textContent()) ?? '', 10);
		await page.getByRole('button', { name: 'Start the review' }).click();
		await expect(review.rows).toHaveCount(count);
		expect(await review.rows.locator('.level').allTextContents()).not.toContain('SHOULD');

		await page.goto('/rules/?text=webhook&topic=integration');
		const listed = await page.locator('[data-rule]:visible').count();
		await page.getByRole('link', { name: 'Review these rules' }).click();
		await expect(review.rows).toHaveCount(listed);
	});

	test('is held by keyboard alone, and the focus is never lost', async ({ page }) => {
		const review = new Workspace(page);
		await review.startFrom('webhooks');
		const focused = page.locator('.review-row:focus');
		await page.keyboard.press('j');
		await expect(review.rows.nth(0)).toBeFocused();
		await page.keyboard.press('m');
		await expect(review.rows.nth(0)).toHaveAttribute('data-state', 'met');
		await page.keyboard.press('j');
		await page.keyboard.press('x');
		await page.keyboard.type('jxm stays text');
		await page.keyboard.press('Escape');
		await expect(review.rows.nth(1)).toBeFocused();
		await expect(review.rows.nth(1)).toHaveAttribute('data-state', 'not met');
		await page.keyboard.press('j');
		await page.keyboard.press('n');
		await page.keyboard.press('Escape');
		await page.keyboard.press('e');
		await page.keyboard.type('in the design');
		await page.keyboard.press('Escape');
		await expect(focused).toHaveCount(1);
		await page.keyboard.press('k');
		await expect(review.rows.nth(1)).toBeFocused();
		await expect(page.locator('[data-said]')).toHaveText(/not applicable\. \d+ open/);
		await page.keyboard.press('u');
		await expect(review.rows.nth(2).locator('[data-field="evidence"]')).toHaveValue('');
		await page.keyboard.press('?');
		const dialog = page.getByRole('dialog', { name: 'Keys' });
		await expect(dialog).toBeVisible();
		await dialog.getByRole('checkbox', { name: 'Keys are on' }).uncheck();
		await dialog.getByRole('button', { name: 'Close' }).click();
		await page.keyboard.press('j');
		await expect(review.rows.nth(1)).not.toHaveAttribute('data-state', 'open');
		await expect(review.rows.nth(2)).not.toBeFocused();
	});

	test('shows what is open, and keeps a row until the reader leaves it', async ({ page }) => {
		const review = new Workspace(page);
		await review.startFrom('webhooks');
		const count = await review.rows.count();
		await page.getByLabel('Show').selectOption('open');
		const first = review.rows.first();
		const code = (await first.getAttribute('data-code')) ?? '';
		await first.focus();
		await page.keyboard.press('m');
		await expect(review.row(code)).toBeFocused();
		await page.keyboard.press('j');
		await expect(review.row(code)).toBeHidden();
		await expect(review.rows).toHaveCount(count - 1);
		await page.getByLabel('Show').focus();
		await page.getByLabel('Show').selectOption('not met');
		await expect(page.getByText('No rule has this answer.')).toBeVisible();
		await review.openPanel('By level and topic');
		await expect(page.getByRole('row', { name: /^All/ })).toContainText(String(count));
	});

	test('several reviews are renamed, duplicated, and deleted with undo', async ({ page }) => {
		const review = new Workspace(page);
		await review.startFrom('webhooks');
		await review.answer('SEC-001', 'met');
		await review.openPanel('More');
		await page.getByRole('button', { name: 'Duplicate' }).click();
		await expect(review.name).toHaveValue('Webhooks in and out (copy)');
		await expect(review.row('SEC-001')).toHaveAttribute('data-state', 'met');
		await page.getByRole('button', { name: 'All reviews' }).click();
		await expect(page.getByRole('heading', { name: 'Your reviews' })).toBeFocused();
		const list = page.locator('[data-reviews] li');
		await expect(list).toHaveCount(2);
		await list.nth(1).getByRole('button', { name: 'Delete' }).click();
		await expect(list).toHaveCount(1);
		await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(review.name).toHaveValue('Webhooks in and out (copy)');
		await expect(review.row('SEC-001')).toHaveAttribute('data-state', 'met');
	});

	test('rules are added by code, and an unknown code is said', async ({ page }) => {
		const review = new Workspace(page);
		await review.startFrom('webhooks');
		await review.openPanel('More');
		await page.getByLabel('Add rules by code').fill('db-007, XYZ-999');
		await page.getByRole('button', { name: 'Add', exact: true }).click();
		await expect(review.row('DB-007')).toBeFocused();
		await expect(review.notice).toContainText('XYZ-999');
	});
});

test.describe('a review that is handed over', () => {
	test('goes out in each form, and Markdown and JSON come back as they were', async ({
		page,
		browser,
	}) => {
		const review = new Workspace(page);
		await review.startFrom('webhooks');
		await review.answer('SEC-001', 'not met');
		await review.fill('SEC-001', 'reason', '=1+1 <img src=x onerror=alert(1)>\n- two');
		await review.answer('INT-002', 'met');
		const markdown = await review.export('Markdown');
		expect(markdown).toMatch(/^## Blocking \(1\)$/m);
		expect(markdown).toMatch(
			/\*\*\[SEC-001\]\(http:\/\/localhost:\d+\/rules\/sec-001\/\?rev=\d+\)/,
		);
		expect(await review.export('CSV')).toContain("'=1+1");
		expect(await review.export('Task list')).toMatch(/^- \[x\] \[INT-002\]/m);
		const json = await review.export('JSON');

		for (const text of [markdown, json]) {
			const other = await openProfile(browser);
			other.page.on('dialog', () => {
				throw new Error('a note ran as script');
			});
			await other.import(text);
			await expect(other.row('SEC-001').locator('[data-field="reason"]')).toHaveValue(
				'=1+1 <img src=x onerror=alert(1)>\n- two',
			);
			expect(await other.export('JSON')).toBe(json);
			await other.page.context().close();
		}
	});

	test('is downloaded as a file that opens again', async ({ page, browser }) => {
		const review = new Workspace(page);
		await review.startFrom('caching-layer');
		await review.answer('CACHE-002', 'met');
		const json = await review.export('JSON');
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Download', exact: true }).click(),
		]);
		expect(download.suggestedFilename()).toBe('review-Caching-layer.json');
		const path = await download.path();
		expect(await readFile(path, 'utf8')).toBe(json);
		const other = await openProfile(browser);
		await other.page.goto('/review/');
		await other.page.getByLabel('Or a file').setInputFiles(path);
		await other.page.getByRole('button', { name: 'Open', exact: true }).click();
		await expect(other.row('CACHE-002')).toHaveAttribute('data-state', 'met');
		await other.page.context().close();
	});

	test('travels in a link, is merged, and conflicts are shown', async ({ page, browser }) => {
		const ann = new Workspace(page);
		await ann.startFrom('webhooks');
		await ann.answer('INT-002', 'met');
		const link = await ann.getLink();
		await expect(page.locator('[data-link-size]')).toContainText(/\d characters/);

		const bob = await openProfile(browser);
		await bob.page.goto(link);
		await expect(bob.row('INT-002')).toHaveAttribute('data-state', 'met');
		await expect(bob.notice).toContainText('came with a link');
		await bob.page.reload();
		await expect(bob.row('INT-002')).toHaveAttribute('data-state', 'met');
		await bob.answer('SEC-001', 'not met');
		await bob.fill('SEC-001', 'reason', 'Bob saw no schema');
		await expect(bob.page).toHaveURL(/#review=/);
		await bob.answer('SEC-008', 'met');
		await ann.answer('SEC-001', 'met');
		await ann.answer('SEC-020', 'met');

		const back = await bob.getLink();
		await page.goto(back);
		await expect(page.getByRole('heading', { name: 'Two copies of one review' })).toBeFocused();
		const conflict = page.locator('[data-conflicts] li');
		await expect(conflict).toHaveCount(1);
		await expect(conflict).toContainText('Bob saw no schema');
		await conflict.getByRole('radio', { name: /^Theirs/ }).check();
		await page.getByRole('button', { name: 'Merge' }).click();
		await expect(ann.row('SEC-001')).toHaveAttribute('data-state', 'not met');
		await expect(ann.row('SEC-008')).toHaveAttribute('data-state', 'met');
		await expect(ann.row('SEC-020')).toHaveAttribute('data-state', 'met');
		await bob.page.context().close();
	});

	test('a link with a long review says where it may break', async ({ page }) => {
		const review = new Workspace(page);
		await review.startFrom('webhooks');
		// Text that does not compress.
		const noise = Array.from({ length: 1_500 }, (_, i) => ((i * 7919) % 36_671).toString(36)).join(
			' ',
		);
		await review.fill('INT-002', 'note', noise);
		await review.getLink();
		await expect(page.locator('[data-link-size]')).toContainText('longer than the');
	});

	test('prints a report and nothing around it', async ({ page }) => {
		const review = new Workspace(page);
		await review.startFrom('webhooks');
		await review.answer('SEC-001', 'not met');
		await review.fill('SEC-001', 'reason', 'Printed reason');
		const pdf = await page.pdf({ format: 'A4' });
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		await page.emulateMedia({ media: 'print' });
		const report = page.locator('[data-report]');
		await expect(report.getByText('Printed reason')).toBeVisible();
		await expect(report).toContainText('/rules/sec-001/?rev=');
		await expect(page.getByRole('banner')).toBeHidden();
		await expect(review.rows).toHaveCount(0);
	});
});

test.describe('what goes wrong', () => {
	for (const [name, share, message] of [
		['cut off', '1.eNqrVspILVKyUsrPVtJ', 'damaged'],
		['of a newer version', '9.eNqrVspILVKyUsrP', 'newer version'],
		['no review', '1.eJyLjgUAARUAuQ', 'no review'],
		['of a megabyte', `1.${'A'.repeat(1_048_576)}`, '1,048,578 characters'],
	] as const) {
		test(`a link that is ${name} is refused in words`, async ({ page }) => {
			await page.goto('/review/');
			await page.evaluate((data) => {
				location.hash = `share=${data}`;
			}, share);
			const review = new Workspace(page);
			await expect(review.notice).toContainText(message);
			await expect(page.getByRole('heading', { name: 'Start from a checklist' })).toBeVisible();
		});
	}

	test('other JSON and Markdown are refused, and the reviews that are here stay', async ({
		page,
	}) => {
		const review = new Workspace(page);
		await review.startFrom('webhooks');
		for (const text of ['{"format":"other"}', '{"broken', '# A document\n\nof mine']) {
			await review.import(text);
			await expect(review.notice).toContainText('This is no review');
			await expect(page.locator('[data-reviews] li')).toHaveCount(1);
		}
	});

	test('a code that the site does not have is kept with its answer', async ({ page }) => {
		const review = new Workspace(page);
		await review.import(
			'# Review: Old\n\n## Met (1)\n\n- **[OLD-001](/rules/old-001/?rev=1)** gone\n  - Note: keep me\n',
		);
		await expect(page.locator('[data-news]')).toContainText('OLD-001');
		await expect(review.row('OLD-001').locator('[data-field="note"]')).toHaveValue('keep me');
		expect(await review.export('Markdown')).toContain('keep me');
	});

	test('full storage is said, the work stays in the tab, and a file is offered', async ({
		page,
	}) => {
		const review = new Workspace(page);
		await review.startFrom('webhooks');
		await page.evaluate(() => {
			Storage.prototype.setItem = () => {
				throw new DOMException('full', 'QuotaExceededError');
			};
		});
		await review.answer('SEC-001', 'met');
		await expect(review.notice).toContainText('storage of this browser is full');
		await expect(page.locator('[data-saved]')).toHaveText('Not saved');
		await expect(review.row('SEC-001')).toHaveAttribute('data-state', 'met');
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Download JSON' }).click(),
		]);
		expect(await readFile(await download.path(), 'utf8')).toContain('"answer": "met"');
	});

	test('without storage a review works in its tab', async ({ page }) => {
		await page.addInitScript(() => {
			Object.defineProperty(window, 'localStorage', {
				get() {
					throw new DOMException('no', 'SecurityError');
				},
			});
		});
		const review = new Workspace(page);
		await review.startFrom('webhooks');
		await review.answer('SEC-001', 'met');
		await expect(review.notice).toContainText('keeps nothing for this site');
		await expect(review.row('SEC-001')).toHaveAttribute('data-state', 'met');
	});

	test('data of another version is named and left alone', async ({ page }) => {
		const key = 'plumbline.review.2.abcdefghij';
		await page.addInitScript((name) => {
			localStorage.setItem(name, '{"of":"the future"}');
		}, key);
		const review = new Workspace(page);
		await review.startFrom('webhooks');
		await page.getByRole('button', { name: 'All reviews' }).click();
		await expect(page.locator('[data-reviews]')).toContainText('left alone');
		expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe(
			'{"of":"the future"}',
		);
	});

	test('two tabs that write at once lose nothing', async ({ page, context }) => {
		const one = new Workspace(page);
		await one.startFrom('webhooks');
		const two = new Workspace(await context.newPage());
		await two.page.goto(page.url());
		await one.answer('SEC-001', 'met');
		await expect(two.row('SEC-001')).toHaveAttribute('data-state', 'met');
		await two.answer('SEC-008', 'not met');
		await one.fill('SEC-001', 'note', 'from one');
		await two.fill('SEC-008', 'reason', 'from two');
		for (const tab of [one, two]) {
			await tab.page.reload();
			await expect(tab.row('SEC-001').locator('[data-field="note"]')).toHaveValue('from one');
			await expect(tab.row('SEC-008').locator('[data-field="reason"]')).toHaveValue('from two');
		}
	});
});

test('a newer release shows what is new, changed, and withdrawn, and keeps every answer', async ({
	page,
}) => {
	const review = new Workspace(page);
	await review.startFrom('webhooks');
	await review.answer('SEC-001', 'met');
	await review.fill('SEC-001', 'note', 'as it was');
	await review.answer('SEC-008', 'met');
	await page.route('**/review/catalog.json', async (route) => {
		const response = await route.fetch();
		const catalog = (await response.json()) as {
			release: string;
			packs: { slug: string; select: { codes?: string[] }[] }[];
			rules: Record<string, unknown>[];
		};
		catalog.release = '9.0.0';
		const find = (id: string): Record<string, unknown> =>
			catalog.rules.find((rule) => rule.id === id) ?? {};
		const changed = find('SEC-001');
		changed.past = [
			{
				revision: changed.revision,
				statement: changed.statement,
				change: { class: 'stricter', note: 'Now for files, too.' },
			},
		];
		changed.revision = Number(changed.revision) + 1;
		changed.statement = 'The new sentence MUST be shown.';
		find('SEC-008').withdrawn = { date: '2027-01-01', reason: 'Merged.', successors: ['SEC-001'] };
		catalog.rules.push({
			...find('INT-002'),
			id: 'INT-099',
			title: 'A rule of the future',
			url: '/rules/int-099/',
			withdrawn: undefined,
		});
		await route.fulfill({ json: catalog });
	});
	await page.reload();
	const news = page.locator('[data-news]');
	await expect(news).toContainText('Changed since they were answered');
	await expect(news).toContainText('SEC-008');
	await expect(news).toContainText('In its place: SEC-001');
	const row = review.row('SEC-001');
	await expect(row.getByText('Then: ')).toBeVisible();
	await expect(row.getByText('Now: The new sentence MUST be shown.')).toBeVisible();
	await expect(row.locator('[data-field="note"]')).toHaveValue('as it was');
	await expect(review.row('SEC-008')).toHaveAttribute('data-state', 'met');
	await row.getByRole('button', { name: 'The answer still holds' }).click();
	await expect(row.getByText('Then: ')).toBeHidden();
	await expect(news).toContainText('INT-099');
	await news.getByRole('button', { name: 'Add them' }).click();
	await expect(review.row('INT-099')).toBeFocused();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(news).toContainText('INT-099');
	await news.getByRole('button', { name: 'Leave them out' }).click();
	await expect(news).not.toContainText('INT-099');
	await news.getByRole('button', { name: 'I have seen this' }).click();
	await expect(news).toBeHidden();
	await expect(review.row('SEC-008').getByText(/^Withdrawn on 2027-01-01/)).toBeVisible();
});

test('the skip link and an empty fragment leave a review as it is', async ({ page }) => {
	const review = new Workspace(page);
	await review.startFrom('webhooks');
	await page.evaluate(() => {
		location.hash = '_top';
	});
	await expect(review.rows.first()).toBeVisible();
	await review.answer('INT-002', 'met');
	await expect(review.row('INT-002')).toHaveAttribute('data-state', 'met');
});

test('a review that is deleted in another tab is not lost in this one', async ({
	page,
	context,
}) => {
	const one = new Workspace(page);
	await one.startFrom('webhooks');
	const two = new Workspace(await context.newPage());
	await two.page.goto(page.url());
	await two.openPanel('More');
	await two.page.getByRole('button', { name: 'Delete' }).click();
	await expect(one.notice).toContainText('deleted in another tab');
	await one.page.getByRole('button', { name: 'Keep it' }).click();
	await expect(page.locator('[data-saved]')).toHaveText('Saved in this browser');
	await page.reload();
	await expect(one.rows.first()).toBeVisible();
});

test('a rule that another tab adds leaves the focus where the reader types', async ({
	page,
	context,
}) => {
	const one = new Workspace(page);
	await one.startFrom('webhooks');
	const note = one.row('INT-002').locator('[data-field="note"]');
	await note.pressSequentially('one ');
	const two = new Workspace(await context.newPage());
	await two.page.goto(page.url());
	await two.openPanel('More');
	await two.page.getByLabel('Add rules by code').fill('DB-007');
	await two.page.getByRole('button', { name: 'Add', exact: true }).click();
	await expect(one.row('DB-007')).toBeVisible();
	await expect(note).toBeFocused();
	await note.pressSequentially('two');
	await expect(two.row('INT-002').locator('[data-field="note"]')).toHaveValue('one two');
});

test('without JavaScript the checklists read, and the workspace says so', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/review/');
	await expect(page.locator('noscript p')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Start the review' })).toBeHidden();
	await page.goto('/checklists/webhooks/');
	const row = page.locator('[data-cited]').first();
	await expect(row.locator('.box')).toBeVisible();
	await row.locator('summary', { hasText: 'Copy for review' }).click();
	await expect(row.getByText(/^issue \(blocking\): /)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Copy for review' })).toHaveCount(0);
	await context.close();
});

test('the scripts of a review page stay within 20 KB, compressed', async ({ page }) => {
	const sizes: number[] = [];
	page.on('response', async (response) => {
		if (response.request().resourceType() !== 'script') return;
		const bytes = new Blob([new Uint8Array(await response.body())])
			.stream()
			.pipeThrough(new CompressionStream('gzip'));
		sizes.push((await new Response(bytes).arrayBuffer()).byteLength);
	});
	await new Workspace(page).startFrom('webhooks');
	await page.waitForLoadState('networkidle');
	const inline = (
		await page.locator('script:not([src]):not([type="application/json"])').allTextContents()
	).join('\n');
	const packed = new Blob([inline]).stream().pipeThrough(new CompressionStream('gzip'));
	sizes.push((await new Response(packed).arrayBuffer()).byteLength);
	expect(sizes.length).toBeGreaterThan(3);
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20 * 1024);
});
