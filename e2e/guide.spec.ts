import { expect, test } from './test.ts';

test('the guide shows code as articles do, and loads nothing for it', async ({ page }) => {
	const files: string[] = [];
	page.on('request', (request) => files.push(new URL(request.url()).pathname));
	await page.goto('/guide/write-rules/');
	const block = page.getByRole('group', { name: 'YAML code' }).first();
	await expect(block.locator('.hljs-attr').first()).toBeVisible();
	const [plain, attribute] = await block.evaluate((element) =>
		[element, element.querySelector('.hljs-attr')].map(
			(each) => each && getComputedStyle(each).color,
		),
	);
	expect(attribute).not.toBe(plain);
	await expect(page.locator('.expressive-code, .astro-code')).toHaveCount(0);
	expect(files.filter((file) => /\/ec\.[^/]*$/.test(file))).toEqual([]);
});

test('the flow of the architecture is a picture that can be read as text', async ({ page }) => {
	await page.goto('/guide/architecture/');
	const figure = page.locator('figure.diagram');
	await expect(figure.getByRole('img', { name: 'From what people write' })).toBeVisible();
	await figure.getByText('Diagram as text').click();
	await expect(figure.getByRole('listitem').filter({ hasText: 'upgrades pages' })).toBeVisible();
});

test('the guide is read without JavaScript, its code and diagrams included', async ({
	browser,
	baseURL,
}) => {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		...(baseURL && { baseURL }),
	});
	const page = await context.newPage();
	await page.goto('/guide/architecture/');
	await expect(page.locator('figure.diagram svg')).toBeVisible();
	await page.goto('/guide/embed/');
	await expect(page.getByRole('group', { name: 'HTML code' })).toBeVisible();
	await context.close();
});

test('a rule is there as JSON, the same as among all rules', async ({ request }) => {
	const { rules } = (await (await request.get('/api/v1/rules.json')).json()) as {
		rules: { id: string }[];
	};
	for (const code of ['SEC-014', rules.at(-1)?.id ?? '']) {
		const one = await request.get(`/api/v1/rules/${code.toLowerCase()}.json`);
		expect(await one.json()).toEqual({ version: 1, rule: rules.find(({ id }) => id === code) });
	}
});
