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
