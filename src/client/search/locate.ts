/** What Pagefind says of a page: its text as words, the matches and the elements with an id. */
export interface PageMatch {
	url: string;
	content: string;
	meta: Record<string, string>;
	/** Positions of matched words, counted in words of the content. */
	locations: number[];
	anchors: { id: string; element: string; text: string; location: number }[];
}

/** One row of the results: a page, or a place on it. */
export interface SearchResult {
	url: string;
	/** Name of the page. */
	title: string;
	/** Kind of page: "source", "topic", "term" … */
	kind: string;
	/** Heading above the place, where there is one. */
	heading: string;
	/** Words around the matches, in order; matched ones are marked. */
	words: { text: string; isMatch: boolean }[];
}

/** Words before a match, and words in all, that a row shows. */
const lead = 6;
const shown = 32;
/** Places of one page that are listed. */
const placesPerPage = 3;

/**
 * Returns the places of a page where a query is found, best first: statements and headings by the
 * number of different words matched, then of matches. A page whose matches stand before any anchor is
 * one result itself. A match that shares only its first letters with the query is none: for a word that
 * it does not have, Pagefind offers the nearest in the alphabet.
 */
export function locateMatches(page: PageMatch, query: string): SearchResult[] {
	const words = page.content.split(/\s+/);
	const asked = query
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean)
		.map(fold);
	const locations = page.locations.filter((at) => isMeant(words[at] ?? '', asked));
	// The anchor of the page's title is the page itself.
	const anchors = page.anchors
		.filter(({ id }) => id !== '_top')
		.sort((a, b) => a.location - b.location);
	const places = Map.groupBy(
		locations.toSorted((a, b) => a - b),
		(location) => anchors.findLastIndex((anchor) => anchor.location <= location),
	);
	const scored = [...places].map(([index, locations]) => ({
		index,
		locations,
		score:
			new Set(locations.map((location) => normalize(words[location] ?? ''))).size * 100 +
			locations.length,
	}));
	scored.sort((a, b) => b.score - a.score || a.index - b.index);
	const best = scored[0]?.score ?? 0;
	return scored
		.filter(({ score }) => score >= best - 100)
		.map((place) => makeResult(page, words, anchors, place.index, place.locations))
		.filter(isFirstOfItsKind)
		.slice(0, placesPerPage);
}

function makeResult(
	page: PageMatch,
	words: string[],
	anchors: PageMatch['anchors'],
	index: number,
	locations: number[],
): SearchResult {
	const anchor = anchors[index];
	const next = anchors.find((other) => other.location > (anchor?.location ?? 0));
	const end = next?.location ?? words.length;
	const begin = anchor?.location ?? 0;
	const from = Math.max(begin, (locations[0] ?? begin) - lead);
	const matches = new Set(locations);
	const heading = anchors.slice(0, index + 1).findLast(({ element }) => /^h[1-6]$/i.test(element));
	return {
		url: anchor ? `${page.url}#${anchor.id}` : page.url,
		title: page.meta.title ?? page.url,
		kind: page.meta.kind ?? 'page',
		heading: heading?.text.trim() ?? '',
		words: words
			.slice(from, Math.min(end, from + shown))
			.map((text, i) => ({ text, isMatch: matches.has(from + i) })),
	};
}

/** A page may say one thing under several headings of one name: the first of them is enough. */
function isFirstOfItsKind(result: SearchResult, i: number, all: SearchResult[]): boolean {
	const labelOf = ({ heading, words }: SearchResult): string =>
		`${heading} ${words.map(({ text }) => text).join(' ')}`;
	return all.findIndex((other) => labelOf(other) === labelOf(result)) === i;
}

/** Whether a matched word has at least three letters and half of a word of the query in common. */
function isMeant(word: string, asked: string[]): boolean {
	const parts = word.split(/[^\p{L}\p{N}]+/u).map(fold);
	return asked.some((each) =>
		parts.some(
			(part) => getCommonPrefix(part, each) >= Math.min(each.length, Math.max(3, each.length / 2)),
		),
	);
}

function getCommonPrefix(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}

/** Lower case without accents, as the index folds words. */
function fold(word: string): string {
	return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function normalize(word: string): string {
	return word
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '')
		.slice(0, 5);
}
