import { locateMatches, type PageMatch, type SearchResult } from './locate.ts';

/** The part of Pagefind's interface that is used here. */
interface Pagefind {
	search: (query: string) => Promise<{ results: { data: () => Promise<PageMatch> }[] } | null>;
}

/** Pages whose matches are looked at; the rest only counts. */
const pagesShown = 8;

let engine: Promise<Pagefind> | undefined;

/** Loads the engine once. Rejects where its files are missing; the next call tries again. */
function loadEngine(): Promise<Pagefind> {
	if (!engine) {
		// The index is written after the bundle, so its address must stay out of the bundler's sight.
		const url = '/pagefind/pagefind.js';
		engine = import(/* @vite-ignore */ url) as Promise<Pagefind>;
		engine.catch(() => {
			engine = undefined;
		});
	}
	return engine;
}

/** Returns the best places for a query, and the number of pages that match. */
export async function search(query: string): Promise<{ results: SearchResult[]; pages: number }> {
	const pagefind = await loadEngine();
	const found = await pagefind.search(query);
	const all = found?.results ?? [];
	const pages = await Promise.all(all.slice(0, pagesShown).map((result) => result.data()));
	return { results: pages.flatMap((page) => locateMatches(page, query)), pages: all.length };
}
