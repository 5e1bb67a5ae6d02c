import { fold, splitContent, stem } from './words.ts';

/** What Pagefind says of a page: its text as words, the matches and the elements with an id. */
export interface PageMatch {
	url: string;
	content: string;
	meta: Record<string, string>;
	/** Positions of matched words, counted in words of the content. */
	locations: number[];
	anchors: { id: string; element: string; text: string; location: number }[];
}

/** A place in a page's text that answers a query. */
export interface Place {
	/** With the fragment of the place. */
	url: string;
	/** Name of the page. */
	page: string;
	/** Kind of page: "source", "topic", "guide" … */
	kind: string;
	/** Heading above the place, where there is one. */
	heading: string;
	/** The text around the words. */
	passage: string;
	/** Share of the query that place, heading, and page's name have together. */
	coverage: number;
	/** Prefix of the topic of a statement; undefined where the page does not say it. */
	topic: string | undefined;
	/** Id of the document that it is in. */
	source: string | undefined;
}

/** Words before a match, and words in all, that a place shows. */
const lead = 6;
const shown = 36;

/** Places of one page that are listed. */
const placesPerPage = 3;

/** A place must have this share of the query. */
const minCoverage = 0.75;

/** A word of a query with what it counts, and what stands for it in a text, with how sure that is. */
export interface SoughtWord {
	weight: number;
	terms: Map<string, number>;
}

/**
 * Returns the places of a page that answer a query, best first: statements and sections that have enough
 * of its words, with the heading above them and the name of the page. Pagefind takes the word that is nearest
 * in the alphabet for one that it does not have: what it found is compared with the query once more.
 */
export function findPlaces(page: PageMatch, sought: SoughtWord[]): Place[] {
	const words = page.content.split(/\s+/);
	// The anchor of the page's title is the page itself.
	const anchors = page.anchors
		.filter(({ id }) => id !== '_top')
		.sort((a, b) => a.location - b.location);
	const byAnchor = Map.groupBy(
		page.locations.toSorted((a, b) => a - b),
		(location) => anchors.findLastIndex((anchor) => anchor.location <= location),
	);
	return [...byAnchor]
		.map(([index, locations]) => makePlace(page, words, anchors, index, locations, sought))
		.filter(({ coverage }) => coverage >= minCoverage)
		.sort((a, b) => b.coverage - a.coverage)
		.filter(isFirstOfItsKind)
		.slice(0, placesPerPage);
}

function makePlace(
	page: PageMatch,
	words: string[],
	anchors: PageMatch['anchors'],
	index: number,
	locations: number[],
	sought: SoughtWord[],
): Place {
	const anchor = anchors[index];
	const begin = anchor?.location ?? 0;
	const end = anchors[index + 1]?.location ?? words.length;
	const heading = anchors.slice(0, index + 1).findLast(({ element }) => /^h[1-6]$/i.test(element));
	const title = page.meta.title ?? page.url;
	const headingText = heading?.text.trim() ?? '';
	// A long section may have all words far apart: what is shown of it must have them together.
	const best = locations
		.map((location) => {
			const from = Math.max(begin, location - lead);
			const passage = words.slice(from, Math.min(end, from + shown)).join(' ');
			return { passage, coverage: getCoverage(`${title} ${headingText} ${passage}`, sought) };
		})
		.reduce((most, each) => (each.coverage > most.coverage ? each : most));
	return {
		url: anchor ? `${page.url}#${anchor.id}` : page.url,
		page: title,
		kind: page.meta.kind ?? 'guide',
		heading: headingText,
		...best,
		topic: getTopic(page, anchors, anchor),
		source: page.meta.source,
	};
}

/** A document's page names the topics of its statements in their order. */
function getTopic(
	{ meta }: PageMatch,
	anchors: PageMatch['anchors'],
	anchor: PageMatch['anchors'][number] | undefined,
): string | undefined {
	const statements = anchors.filter(({ id }) => id.startsWith('s-'));
	const at = anchor ? statements.indexOf(anchor) : -1;
	return at < 0 ? undefined : meta.topics?.split(' ')[at];
}

function getCoverage(text: string, sought: SoughtWord[]): number {
	const found = new Set(splitContent(text).flatMap((word) => [word, stem(word)]));
	const total = sought.reduce((sum, { weight }) => sum + weight, 0);
	const covered = sought.reduce((sum, { weight, terms }) => {
		const sureness = [...terms].map(([term, sure]) => (found.has(term) ? sure : 0));
		return sum + weight * Math.max(0, ...sureness);
	}, 0);
	return total === 0 ? 0 : covered / total;
}

/** A page may say one thing under several headings of one name: the first of them is enough. */
function isFirstOfItsKind(place: Place, i: number, all: Place[]): boolean {
	const labelOf = ({ heading, passage }: Place): string => fold(`${heading} ${passage}`);
	return all.findIndex((other) => labelOf(other) === labelOf(place)) === i;
}
