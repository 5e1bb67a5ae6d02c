import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Browser } from '@playwright/test';
import { root } from '../../collections/content.ts';
import { type Theme, themes } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { servePacked } from './serve-packed.ts';
import { getDist, type PageKind, type Settings } from './settings.ts';

/** A phone, a tablet and a desktop, in CSS pixels. */
const widths = [360, 768, 1440];

const height = 900;

interface Picture extends PageKind {
	theme: Theme;
	width: number;
	file: string;
}

/** Writes a picture of each kind of page in both themes at three widths, and a page that shows all of them. */
export async function writePictures(settings: Settings): Promise<void> {
	const site = await servePacked(getDist(settings));
	const browser = await launchBrowser();
	const pictures = settings.kinds.flatMap(listPictures);
	mkdirSync(settings.out, { recursive: true });
	try {
		for (const picture of pictures) await takePicture(browser, site.origin, picture, settings.out);
	} finally {
		await browser.close();
		site.close();
	}
	writeFileSync(join(settings.out, 'index.html'), formatContactSheet(pictures));
	const sheet = relative(root, join(settings.out, 'index.html'));
	console.log(`\n${pictures.length} pictures, shown by ${sheet}`);
}

/** Returns the pictures that are taken of a kind of page. */
export function listPictures({ kind, path }: PageKind): Picture[] {
	const name = kind.replaceAll(' ', '-');
	return themes.flatMap((theme) =>
		widths.map((width) => ({ kind, path, theme, width, file: `${name}-${theme}-${width}.png` })),
	);
}

async function takePicture(
	browser: Browser,
	origin: string,
	{ path, theme, width, file }: Picture,
	folder: string,
): Promise<void> {
	const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme });
	try {
		const page = await context.newPage();
		await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
		await page.screenshot({ path: join(folder, file) });
	} finally {
		await context.close();
	}
}

/** Returns a page with a row for each kind and theme. */
export function formatContactSheet(pictures: Picture[]): string {
	const figures = pictures.map(({ kind, theme, width, file }) => {
		const caption = `${kind}, ${theme}, ${width} px`;
		return `<figure><figcaption>${caption}</figcaption><a href="${file}"><img src="${file}" alt="${caption}" loading="lazy" style="width: ${width / 4}px"></a></figure>`;
	});
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every kind of page</title>
<style>
body { display: grid; grid-template-columns: repeat(3, max-content); gap: 1rem; font: 14px sans-serif; background: #888; }
figure { margin: 0; }
</style>
${figures.join('\n')}
</html>
`;
}
