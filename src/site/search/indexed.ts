import type { RecordKind } from '../../search/model.ts';

/**
 * Up to this many documents have a record each and can be filtered by; of more, a reader would pay for names
 * that hardly anybody types. Their text is found in any number.
 */
export const documentsNamed = 50;

/** What the text search knows of a page beside its words. */
interface Page {
	kind: RecordKind;
	/** Slugs. */
	topics?: string[];
	level?: string;
	/** Slugs. */
	technologies?: string[];
	/** Ids of documents. */
	sources?: string[];
	/** Of a document's page: its own id, and the topic's prefix of each statement, in their order. */
	document?: { id: string; topics: string };
}

/** The same as `name:value`, as Pagefind reads it. */
export interface Indexed {
	/** What a result says. */
	meta: string[];
	/** What results can be filtered by. */
	filters: string[];
}

/** Returns what `Indexed.astro` tells Pagefind of a page. */
export function makeIndexed(page: Page): Indexed {
	const { kind, topics = [], level, technologies = [], sources = [], document } = page;
	return {
		meta: [
			`kind:${kind}`,
			...(document ? [`source:${document.id}`, `topics:${document.topics}`] : []),
		],
		filters: [
			`kind:${kind}`,
			...topics.map((topic) => `topic:${topic}`),
			...(level === undefined ? [] : [`level:${level}`]),
			...technologies.map((technology) => `technology:${technology}`),
			...sources.map((source) => `source:${source}`),
		],
	};
}
