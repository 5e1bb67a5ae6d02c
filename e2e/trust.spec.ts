import { readFileSync } from 'node:fs';
import { expect, test } from './test.ts';

interface Report {
	documents: { id: string; statements: { topic: string | null; anchor: string }[] }[];
	totals: { statements: number; unsorted: number; lost: number };
	findings: { severity: string }[];
}

test('the report of the site accounts for every line', async ({ request }) => {
	const report = (await (await request.get('/api/v1/sources.json')).json()) as Report;
	expect(report.documents.length).toBe(6);
	expect(report.totals.lost).toBe(0);
	expect(report.totals.unsorted / report.totals.statements).toBeLessThanOrEqual(0.03);
	expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the coverage picture is a table whose numbers are those of the report', async ({
	page,
	request,
}) => {
	const report = (await (await request.get('/api/v1/sources.json')).json()) as Report;
	await page.goto('/coverage/');
	const table = page.getByRole('table', { name: /Number of statements/ });
	await expect(table.getByRole('row')).toHaveCount(19);
	const cells = await table.locator('.cell').allInnerTexts();
	const sum = cells.reduce((total, text) => total + Number(text), 0);
	expect(sum).toBe(report.totals.statements - report.totals.unsorted);
});

test('each statement of the report is on the page of its document', async ({ page, request }) => {
	const report = (await (await request.get('/api/v1/sources.json')).json()) as Report;
	for (const { id, statements } of report.documents) {
		await page.goto(`/sources/${id}/`);
		const ids = await page
			.locator('.document [id]')
			.evaluateAll((all) => all.map((element) => element.id));
		expect(statements.filter(({ anchor }) => !ids.includes(anchor))).toEqual([]);
	}
});

test('what is unsorted is listed with a link to it', async ({ page, request }) => {
	const report = (await (await request.get('/api/v1/sources.json')).json()) as Report;
	await page.goto('/coverage/#unsorted');
	await expect(page.getByRole('heading', { name: 'Unsorted statements' })).toBeVisible();
	const links = page.locator('h2#unsorted ~ ul a[href^="/sources/"]');
	await expect(links).toHaveCount(report.totals.unsorted);
});

test('the ledger knows every statement of the six documents', () => {
	const ledger = JSON.parse(readFileSync('content/ledger.json', 'utf8')) as {
		statements: Record<string, Record<string, unknown>>;
	};
	const report = JSON.parse(readFileSync('dist/api/v1/sources.json', 'utf8')) as Report;
	for (const { id, statements } of report.documents) {
		const recorded = Object.keys(ledger.statements[id] ?? {});
		expect(statements.filter(({ anchor }) => !recorded.includes(anchor))).toEqual([]);
	}
});
