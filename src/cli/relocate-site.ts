import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteAddress } from '../relocate/address.ts';
import { checkMoved } from '../relocate/check.ts';
import { getMove } from '../relocate/relocate.ts';

/** Files that are read at the same time. */
const atOnce = 8;

/**
 * Moves the addresses in the files of a finished site under the base; the files stay where they are. Returns
 * what is wrong afterwards, as sentences. Move a site once: a second time it gets the base twice.
 */
export async function relocateSite(folder: string, site: SiteAddress): Promise<string[]> {
	if (site.base === '') return [];
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const names = entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.map((name) => name.replaceAll('\\', '/'));
	const files = new Set(names);
	const queue = names.values();
	const problems: string[] = [];
	const work = async (): Promise<void> => {
		for (const name of queue) {
			problems.push(...(await relocateFile(folder, name, site, (each) => files.has(each))));
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return problems.sort();
}

async function relocateFile(
	folder: string,
	name: string,
	site: SiteAddress,
	isFile: (name: string) => boolean,
): Promise<string[]> {
	const move = getMove(name);
	if (!move) return [];
	const path = join(folder, name);
	const text = await readFile(path, 'utf8');
	const moved = move(text, site);
	if (moved !== text) await writeFile(path, moved);
	return checkMoved(name, moved, site, isFile);
}
