import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	type APIRequestContext,
	test as base,
	expect,
	type Locator,
	type Page,
} from '@playwright/test';

/** The search, in the dialog or on its page. */
class Search {
	readonly field: Locator;
	readonly input: Locator;
	readonly results: Locator;
	readonly status: Locator;

	readonly root: Locator;

	constructor(root: Locator) {
		this.root = root;
		this.field = root.locator('pl-search-field').first();
		this.input = root.getByRole('searchbox');
		this.results = this.field.locator('[data-result]');
		this.status = this.field.getByRole('status');
	}

	async expectState(state: 'done' | 'empty' | 'failed'): Promise<void> {
		await expect(this.field).toHaveAttribute('data-search-state', state);
	}
}

/** The page of a source document. */
class SourcePage {
	readonly statements: Locator;

	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
		this.statements = page.locator('.document .mark-link');
	}

	async open(id: string): Promise<void> {
		await this.page.goto(`/sources/${id}/`);
	}

	statement(text: string | RegExp): Locator {
		return this.page.locator('.document [id^="s-"]').filter({ hasText: text }).last();
	}
}

interface Fixtures {
	/** What the browser said while a test ran; printed when the test fails. */
	browserLog: undefined;
	dialog: Search;
	searchPage: Search;
	source: SourcePage;
}

export const test = base.extend<Fixtures>({
	browserLog: [
		async ({ page }, use, testInfo) => {
			const lines: string[] = [];
			page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
			page.on('pageerror', (error) => lines.push(`error: ${error.message}`));
			page.on('requestfailed', (request) => {
				lines.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
			});
			page.on('response', (response) => {
				if (response.status() >= 400) lines.push(`${response.status()}: ${response.url()}`);
			});
			await use(undefined);
			if (testInfo.status === testInfo.expectedStatus) return;
			await testInfo.attach('browser log', { body: lines.join('\n'), contentType: 'text/plain' });
		},
		{ auto: true },
	],
	dialog: async ({ page }, use) => {
		await use(new Search(page.getByRole('dialog', { name: 'Search' })));
	},
	searchPage: async ({ page }, use) => {
		await use(new Search(page.getByRole('main')));
	},
	source: async ({ page }, use) => {
		await use(new SourcePage(page));
	},
});

/**
 * Returns what the clipboard holds, by pasting it: the site's policy keeps scripts from reading it. The focus
 * comes back to where it was.
 */
export async function readClipboard(page: Page): Promise<string> {
	const focused = await page.evaluateHandle(() => {
		const before = document.activeElement;
		const field = document.createElement('textarea');
		field.id = 'test-clipboard';
		// While a dialog is open, everything outside of it is out of reach.
		(before?.closest('dialog') ?? document.body).append(field);
		field.focus();
		return before;
	});
	await page.keyboard.press('ControlOrMeta+V');
	const field = page.locator('#test-clipboard');
	const text = await field.inputValue();
	await field.evaluate((element) => {
		element.remove();
	});
	await focused.evaluate((element) => {
		if (element instanceof HTMLElement) element.focus();
	});
	return text;
}

/**
 * Returns the path of a folder that this process has for itself. It is not made here: Playwright reads
 * every test more often than it runs it.
 */
export function nameOwnFolder(name: string): string {
	return join(tmpdir(), `plumbline-${name}-${process.pid}`);
}

/** Serves a built site on a port, at the root or under a base path, and returns once it answers. */
export async function serveSite(
	dist: string,
	port: number,
	request: APIRequestContext,
	base = '',
): Promise<ChildProcess> {
	const server = spawn('node', ['src/cli/serve.ts', dist, String(port), base], { stdio: 'ignore' });
	const getStatus = (): Promise<number> =>
		request.get(`http://localhost:${port}${base}/`).then(
			(response) => response.status(),
			() => 0,
		);
	await expect.poll(getStatus, { timeout: 60_000 }).toBe(200);
	return server;
}

export { expect };
