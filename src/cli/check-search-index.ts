import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What Pagefind writes about its index. */
interface Entry {
	languages: Record<string, { hash: string; wasm: string | null; page_count: number }>;
}

/**
 * Returns what is missing in the search index of a built site, as sentences; empty for a whole one.
 * A site without its search would otherwise build, and fail its readers only.
 */
export async function checkSearchIndex(site: string): Promise<string[]> {
	const folder = join(site, 'pagefind');
	let entry: Entry;
	try {
		entry = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8')) as Entry;
	} catch {
		return ['pagefind/pagefind-entry.json is missing or no JSON'];
	}
	const languages = Object.values(entry.languages);
	if (languages.every(({ page_count }) => page_count === 0)) return ['The index has no page'];
	const names = languages.flatMap(({ hash, wasm }) => [
		`pagefind.${hash}.pf_meta`,
		`wasm.${wasm ?? 'unknown'}.pagefind`,
	]);
	const missing = await Promise.all(
		['pagefind.js', 'pagefind-worker.js', ...names].map(async (name) => {
			const size = await stat(join(folder, name)).then(
				(file) => file.size,
				() => 0,
			);
			return size > 0 ? [] : [`pagefind/${name} is missing or empty`];
		}),
	);
	const pages = languages.reduce((sum, { page_count }) => sum + page_count, 0);
	const fragments = await readdir(join(folder, 'fragment')).catch(() => []);
	return fragments.length < pages
		? [...missing.flat(), `${fragments.length} of ${pages} pages are in it`]
		: missing.flat();
}
