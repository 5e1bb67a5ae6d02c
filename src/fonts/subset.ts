import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/** A typeface of the site: one variable font file, cut down to what pages use. */
interface Face {
	/** Name of the file that is written. */
	file: string;
	/** Font file inside a package. */
	source: string;
	/** Weights that are kept: a range, or one. */
	weight: { min: number; max: number } | number;
}

export const textFace: Face = {
	file: 'text.woff2',
	source:
		'@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
	weight: { min: 400, max: 700 },
};

export const monoFace: Face = {
	file: 'mono.woff2',
	source:
		'@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2',
	weight: 400,
};

const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');

/** What the faces can show; any other character comes from the reader's own fonts. */
const glyphs = `${ascii}\u00a0–—‘’“”…·×÷→←↑↓≤≥≠≈±°µ§©éèüöä−`;

/**
 * Writes the faces into a folder, a third of their size, and returns the folder. Files that are there
 * already are kept: their names in the cache tell what they were made of.
 */
export async function writeFonts(folder: string): Promise<string> {
	await mkdir(folder, { recursive: true });
	await Promise.all([textFace, monoFace].map((face) => writeFace(face, folder)));
	return folder;
}

async function writeFace({ file, source, weight }: Face, folder: string): Promise<void> {
	const font = await readFile(fileURLToPath(import.meta.resolve(source)));
	const digest = createHash('sha256')
		.update(font)
		.update(glyphs + JSON.stringify(weight))
		.digest('hex');
	const mark = join(folder, `${file}.sha256`);
	if ((await readFile(mark, 'utf8').catch(() => '')) === digest) return;
	const options = { targetFormat: 'woff2', variationAxes: { wght: weight } } as const;
	await writeFile(join(folder, file), await subsetFont(font, glyphs, options));
	await writeFile(mark, digest);
}
