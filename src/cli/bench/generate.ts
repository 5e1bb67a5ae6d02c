import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../collections/content.ts';

/** The documents that generated ones are made from. */
export const ownSources = join(root, 'content/sources');

/** Numbers of documents that are measured if the command line names none. */
export const usualSizes = [10, 100, 1000, 3000];

/** A source of numbers in [0, 1) that is the same in every run: a linear congruential generator. */
export function makeRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		// Constants of Numerical Recipes: full period modulo 2^32.
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/**
 * Writes `count` documents of the same kind as those in `sources`, the same in every run: sections of
 * the originals in a new order, their items shuffled, and every fifth item reworded so that documents
 * differ. Of the sections only those are used that `isUsable` returns true for. Returns the number of bytes.
 */
export function generateDocuments(
	sources: string,
	folder: string,
	count: number,
	isUsable: (section: string) => boolean = () => true,
): number {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const sections = readdirSync(sources)
		.filter((name) => name.endsWith('.md'))
		.sort()
		.flatMap((name) => splitSections(readFileSync(join(sources, name), 'utf8')))
		.filter(isUsable);
	const random = makeRandom(42);
	let bytes = 0;
	for (let i = 0; i < count; i++) {
		const text = makeDocument(sections, i, random);
		bytes += Buffer.byteLength(text);
		writeFileSync(join(folder, `document-${String(i).padStart(4, '0')}.md`), text);
	}
	return bytes;
}

/** Sections with their headings: what stands between two headings or two closed tags. */
function splitSections(text: string): string[] {
	const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
	return body.split(/\n(?=#{2,4} |<[a-z_]+>\n)/).filter((section) => section.trim() !== '');
}

function makeDocument(sections: string[], number: number, random: () => number): string {
	const chosen = Array.from(
		{ length: 14 },
		() => sections[Math.floor(random() * sections.length)] ?? '',
	);
	const body = chosen.map((section) => vary(section, number, random)).join('\n\n');
	return `---\ntitle: Generated document ${number}\n---\n\n# Generated document ${number}\n\n${body}\n`;
}

function vary(section: string, number: number, random: () => number): string {
	return section
		.split('\n')
		.map((line) =>
			/^\s*([-*]|\d+[.)]) \S/.test(line) && random() < 0.2 ? `${line} (case ${number})` : line,
		)
		.join('\n');
}
