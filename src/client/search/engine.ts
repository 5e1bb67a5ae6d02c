import { locateMatches, type PageMatch, type SearchResult } from './locate.ts';

/** The part of Pagefind's interface that is used here. */
interface Pagefind {
	search: (query: string) => Promise<{ results: { data: () => Promise<PageMatch> }[] } | null>;
}

/** Pagefind's module: its `search` works in a worker; further instances can do without one. */
interface PagefindModule extends Pagefind {
	createInstance: (options: { noWorker: boolean }) => Pagefind;
}

/** Pages whose matches are looked at; the rest only counts. */
const pagesShown = 8;

/** How often the engine is loaded: with a worker, then without one. */
const attempts = 2;

let engine: Promise<Pagefind> | undefined;

/** Loads the engine. A browser remembers that a module failed: a second attempt has another address. */
async function loadEngine(attempt: number): Promise<Pagefind> {
	// The index is written after the bundle, so its address must stay out of the bundler's sight.
	const url = `/pagefind/pagefind.js${attempt === 0 ? '' : `?attempt=${attempt}`}`;
	const module = (await import(/* @vite-ignore */ url)) as PagefindModule;
	return attempt === 0 ? module : module.createInstance({ noWorker: true });
}

/**
 * Returns the best places for a query, and the number of pages that match. An engine that fails is
 * dropped, for one that failed to start never recovers; a second one works without a worker. Rejects
 * where both fail; the next call begins anew.
 */
export async function search(
	query: string,
	attempt = 0,
): Promise<{ results: SearchResult[]; pages: number }> {
	try {
		engine ??= loadEngine(attempt);
		const found = await (await engine).search(query);
		const all = found?.results ?? [];
		const pages = await Promise.all(all.slice(0, pagesShown).map((result) => result.data()));
		return { results: pages.flatMap((page) => locateMatches(page, query)), pages: all.length };
	} catch (error) {
		engine = undefined;
		if (attempt + 1 >= attempts) throw error;
		console.warn('The search failed and is tried without a worker.', error);
		return search(query, attempt + 1);
	}
}
