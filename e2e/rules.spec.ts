import { Ajv2020 } from 'ajv/dist/2020.js';
import { pageKinds } from './pages.ts';
import { expect, test } from './test.ts';

interface Rule {
	id: string;
	topic: string;
	statement: string;
	url: string;
	references: { standard: string; id: string }[];
	sources: { url: string }[];
}

test('a rule is complete: sentence, parts, sources, references, neighbors', async ({ page }) => {
	await page.goto('/rules/sec-014/');
	const main = page.getByRole('main');
	await expect(main.getByRole('heading', { level: 1 })).toHaveText(/^SEC-014 /);
	await expect(main.locator('blockquote')).toContainText('MUST');
	const parts = await main
		.getByRole('heading', { level: 2 })
		.evaluateAll((all) => all.map(({ id }) => id));
	expect(parts).toEqual([
		'why',
		'applies',
		'exceptions',
		'question',
		'evidence',
		'how',
		'example',
		'trade-off',
		'sources',
		'references',
		'related',
		'deeper',
		'history',
	]);
	await expect(main).toContainText(/Stated by \d of 6 sources/);
	await expect(main).toContainText('Sources disagree');
	await expect(main.getByRole('link', { name: 'RFC 6585 §4' })).toHaveAttribute(
		'href',
		'https://www.rfc-editor.org/rfc/rfc6585#section-4',
	);
	await main.getByRole('link', { name: /^Next SEC-015 / }).click();
	await expect(page).toHaveURL(/\/rules\/sec-015\/$/);
});

test('a source of a rule leads to the very statement', async ({ page }) => {
	await page.goto('/rules/sec-014/');
	const link = page.locator('section:has(#sources) details a').first();
	const text = await link.innerText();
	await link.click();
	await expect(page.locator(':target')).toContainText(text.slice(0, 30));
	await expect(page.locator(':target')).toBeInViewport();
});

for (const code of ['SEC-014', 'sec-014']) {
	test(`/r/${code}/ leads to the rule and keeps the query`, async ({ page, request }) => {
		const html = await (await request.get(`/r/${code}/`)).text();
		expect(html).toContain('og:description');
		await page.goto(`/r/${code}/?rev=1#how`);
		await expect(page).toHaveURL(/\/rules\/sec-014\/\?rev=1#how$/);
	});
}

test('the filter narrows by keyboard, counts, and lives in the URL', async ({ page }) => {
	await page.goto('/rules/');
	const form = page.getByRole('form', { name: 'Filter the rules' });
	const state = page.locator('[data-state]');
	await expect(state).toHaveText(/^(\d+) of \1 rules$/);
	await form.locator('summary', { hasText: 'Topic' }).focus();
	await page.keyboard.press('Enter');
	const security = page.getByRole('checkbox', { name: /Application security/ });
	await security.focus();
	await page.keyboard.press('Space');
	await expect(page).toHaveURL(/\?topic=security$/);
	await expect(state).toHaveText(/^22 of/);
	await form.locator('summary', { hasText: 'Kind' }).click();
	await expect(page.locator('label', { hasText: 'Avoid' }).locator('[data-count]')).toHaveText('2');
	await page.getByRole('checkbox', { name: /Avoid/ }).check();
	await expect(state).toHaveText(/^2 of/);
	await expect(page.locator('[data-rule]:visible')).toHaveCount(2);

	await page.reload();
	await expect(page.locator('[data-rule]:visible')).toHaveCount(2);
	await page.getByRole('button', { name: 'Clear' }).click();
	await expect(page).toHaveURL(/\/rules\/$/);
	await expect(state).toHaveText(/^(\d+) of \1 rules$/);
});

test('a shared filter opens as it was, for each facet', async ({ page }) => {
	for (const [query, least] of [
		['level=MAY', 2],
		['technology=redis', 8],
		['source=staff-engineer', 20],
		['standard=owasp-api', 15],
		['text=brute%20force', 1],
	] as const) {
		await page.goto(`/rules/?${query}`);
		await expect(page.locator('[data-state]')).toHaveText(/of \d+ rules/);
		expect(await page.locator('[data-rule]:visible').count(), query).toBeGreaterThanOrEqual(least);
	}
	await page.goto('/rules/?text=nothing%20has%20this');
	await expect(page.getByText('No rule has all of this.')).toBeVisible();
});

test('a code in any text links the rule and shows its title on focus', async ({ page }) => {
	for (const url of ['/guide/rules/', '/rules/sec-015/']) {
		await page.goto(url);
		const link = page.getByRole('main').locator('a.rule-link').first();
		const title = link.locator('.rule-title');
		await expect(title).toHaveCSS('clip-path', 'inset(50%)');
		await link.focus();
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('Tab');
		await expect(title).toHaveCSS('clip-path', 'none');
		await link.click();
		await expect(page).toHaveURL(/\/rules\/[a-z]+-\d{3}\/$/);
	}
});

test('the rules as JSON hold to their schema, and every address in them answers', async ({
	request,
}) => {
	const schema = (await (await request.get('/api/v1/rules.schema.json')).json()) as object;
	const data = (await (await request.get('/api/v1/rules.json')).json()) as { rules: Rule[] };
	const validate = new Ajv2020({ strict: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } }).compile(
		schema,
	);
	expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
	expect(validate({ ...data, rules: [{ ...data.rules[0], level: 'must' }] })).toBe(false);
	for (const { url, sources } of data.rules.slice(0, 20)) {
		for (const each of [
			url,
			`${url.slice(0, -1)}.md`,
			...sources.slice(0, 1).map((source) => source.url),
		]) {
			expect((await request.get(each)).status(), each).toBe(200);
		}
	}
});

test('three quarters of the rules on security, identity, APIs and tenants cite a standard', async ({
	request,
}) => {
	const { rules } = (await (await request.get('/api/v1/rules.json')).json()) as { rules: Rule[] };
	const formal = new Set(['asvs', 'owasp-api', 'owasp-top10', 'cwe', 'rfc', 'spec']);
	for (const prefix of ['SEC', 'IAM', 'API', 'TEN']) {
		const own = rules.filter(({ id }) => id.startsWith(`${prefix}-`));
		const citing = own.filter(({ references }) =>
			references.some(({ standard }) => formal.has(standard)),
		);
		expect(citing.length / own.length, prefix).toBeGreaterThanOrEqual(0.75);
	}
	const answered = new Set(
		rules.flatMap(({ references }) =>
			references.filter(({ standard }) => standard === 'owasp-api').map(({ id }) => id),
		),
	);
	expect(answered.size).toBe(10);
});

test('a standard leads to the rules that answer it, and shows its gaps', async ({ page }) => {
	await page.goto('/standards/asvs/');
	await expect(page.getByRole('main')).toContainText(/\d+ of 345 ids are answered by rules/);
	const line = page.locator('li[id="v5.0.0-6.3.1"]');
	await expect(line).toContainText('L1');
	await line.getByRole('link', { name: 'SEC-014' }).click();
	await expect(page).toHaveURL(/\/rules\/sec-014\/$/);
	await page.goto('/standards/asvs/');
	await expect(page.locator('.gap').first()).toContainText('no rule yet');
	await page.goto('/standards/owasp-api/');
	await expect(page.locator('.gap')).toHaveCount(0);
});

test('data for programs is there: CSV, feed, twins, llms.txt', async ({ request }) => {
	const get = async (url: string): Promise<string> => {
		const response = await request.get(url);
		expect(response.status(), url).toBe(200);
		return response.text();
	};
	const csv = await get('/rules.csv');
	expect(csv.split('\r\n')[0]).toMatch(/^id,title,statement,level/);
	expect(csv).toContain('SEC-014,Rate-limit authentication endpoints,');
	expect(await get('/changes.xml')).toMatch(
		/^<\?xml[\s\S]*<feed xmlns="http:\/\/www.w3.org\/2005\/Atom">/,
	);
	expect(await get('/llms.txt')).toMatch(/^# Plumbline\n\n> /);
	expect(await get('/llms-full.txt')).toContain('# SEC-014: Rate-limit authentication endpoints');
	expect(await get('/rules/sec-014.md')).toContain('## Ask in the review');
	for (const url of [
		'/index.md',
		'/rules.md',
		'/topics.md',
		'/topics/security.md',
		'/sources/staff-engineer.md',
		'/standards/asvs.md',
		'/glossary.md',
		'/changes.md',
		'/guide.md',
		'/guide/cite.md',
	]) {
		expect(await get(url), url).toMatch(/^# /);
	}
});

test('each page names a Markdown twin that is there', async ({ page, request }) => {
	for (const [kind, url] of Object.entries(pageKinds)) {
		if (/^(search|missing|offline|review|open review)$/.test(kind)) continue;
		await page.goto(url);
		const twin = await page.locator('link[type="text/markdown"]').getAttribute('href');
		const response = await request.get(twin ?? '');
		expect(response.status(), `${kind}: ${twin ?? ''}`).toBe(200);
		expect(await response.text()).toMatch(/^# /);
	}
});
