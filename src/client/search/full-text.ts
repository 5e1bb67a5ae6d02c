import { findPlaces, type PageMatch, type Place, type SoughtWord } from '../../search/places.ts';
import { getBase } from '../base.ts';
import type { Facets } from '../facets.ts';

/** The part of Pagefind's interface that is used here. */
interface Pagefind {
	search: (
		query: string,
		options: { filters: Record<string, { any: string[] }> },
	) => Promise<{ results: { data: () => Promise<PageMatch> }[] } | null>;
}

/** Pagefind's module: its `search` works in a worker; further instances can do without one. */
interface PagefindModule extends Pagefind {
	createInstance: (options: { noWorker: boolean }) => Pagefind;
}

/** Pages whose matches are looked at; of the rest a reader is told the number. */
const pagesRead = 8;

/** How often the engine is loaded: with a worker, then without one. */
const attempts = 2;

let engine: Promise<Pagefind> | undefined;

/** Loads the engine. A browser remembers that a module failed: a second attempt has another address. */
async function loadEngine(attempt: number): Promise<Pagefind> {
	// The index is written after the bundle, so its address must stay out of the bundler's sight.
	const url = `${getBase()}/pagefind/pagefind.js${attempt === 0 ? '' : `?attempt=${attempt}`}`;
	const module = (await import(/* @vite-ignore */ url)) as PagefindModule;
	return attempt === 0 ? module : module.createInstance({ noWorker: true });
}

/**
 * Returns the places in the text of pages that answer a query, best first. An engine that fails is dropped, for
 * one that failed to start never recovers; a second one works without a worker. Rejects where both fail;
 * the next call begins anew.
 */
export async function searchText(
	words: string[],
	sought: SoughtWord[],
	chosen: Facets,
	attempt = 0,
): Promise<Place[]> {
	const filters = Object.fromEntries(
		Object.entries(chosen)
			.filter(([, values]) => values.length > 0)
			.map(([name, values]) => [name, { any: values }]),
	);
	try {
		engine ??= loadEngine(attempt);
		const found = await (await engine).search(words.join(' '), { filters });
		const results = found?.results.slice(0, pagesRead) ?? [];
		const pages = await Promise.all(results.map((result) => result.data()));
		return pages
			.flatMap((page) => findPlaces(page, sought))
			.sort((a, b) => b.coverage - a.coverage);
	} catch (error) {
		engine = undefined;
		if (attempt + 1 >= attempts) throw error;
		console.warn('The text search failed and is tried without a worker.', error);
		return searchText(words, sought, chosen, attempt + 1);
	}
}
