import type { Hit } from './engine.ts';
import {
	type RecordKind,
	recordKinds,
	type SearchIndex,
	type SearchRecord,
	type StandardId,
} from './model.ts';
import type { Place } from './places.ts';

/** One row of the results. */
export interface Result {
	url: string;
	/** The name shown, without the code. */
	title: string;
	code: string;
	kind: RecordKind;
	/** "MUST", "MUST NOT" … with the level that it belongs to; undefined for what is no rule. */
	level: { name: string; value: string } | undefined;
	/** Title of its topic, where it has one. */
	topic: string;
	/** Heading above a place in a text. */
	heading: string;
	/** Name of the page that a place is on. */
	page: string;
	/** One line that shows why it is here. */
	passage: string;
	/** The other name, or the symptom, that was found. */
	also: string;
	/** Share of the query that is found close together. */
	coverage: number;
	/** Of a rule. */
	revision: number | undefined;
	/** Values by facet of the search page. */
	facets: Record<string, string[]>;
}

/** Names that answer so much of a query in one phrase stand before every text. */
const strongName = 0.86;

/** Texts that have so much of it close together, hardly by synonyms, stand before other names. */
const strongText = 0.95;

/** Returns a record as a row. `phrase` is what was found of it. */
export function fromRecord(
	record: SearchRecord,
	index: SearchIndex,
	{ phrase = '', focus = 1 }: Partial<Pick<Hit, 'phrase' | 'focus'>> = {},
): Result {
	const { kind, url, title, code = '', level, levelName, topic, text, revision } = record;
	return {
		url,
		title,
		code,
		kind,
		level: level && { name: levelName ?? level, value: level },
		topic: getTopicTitle(topic, index),
		heading: '',
		page: '',
		passage: record.isWithdrawn ? `Withdrawn. ${text}` : text,
		also: phrase,
		coverage: focus,
		revision,
		facets: getFacets(record),
	};
}

/** Returns an id of a standard as a row. */
export function fromId({ id, title, url, standard, rules }: StandardId): Result {
	return {
		url,
		title: `${id} ${title}`,
		code: '',
		kind: 'standard',
		level: undefined,
		topic: '',
		heading: '',
		page: standard,
		passage: rules.length === 0 ? 'No rule answers it yet.' : `Answered by ${rules.join(', ')}.`,
		also: '',
		coverage: 1,
		revision: undefined,
		facets: { kind: ['standard'] },
	};
}

/** Returns a place in a text as a row. The page's record, where there is one, says what it belongs to. */
export function fromPlace(place: Place, index: SearchIndex): Result {
	const { url, heading, passage, coverage } = place;
	const record = findRecord(place, index);
	if (record) {
		return {
			...fromRecord(record, index, { focus: coverage }),
			url,
			heading,
			page: record.title,
			passage,
		};
	}
	const topic = index.topics.find(({ prefix }) => prefix === place.topic)?.slug;
	const kind = place.kind in recordKinds ? (place.kind as RecordKind) : 'page';
	return {
		url,
		title: place.page,
		code: '',
		kind,
		level: undefined,
		topic: getTopicTitle(topic, index),
		heading,
		page: place.page,
		passage,
		also: '',
		coverage,
		revision: undefined,
		facets: {
			kind: [kind],
			...(topic !== undefined && { topic: [topic] }),
			...(place.source !== undefined && { source: [place.source] }),
		},
	};
}

/** The record of a place's page; a statement of a source is a place of its own. */
function findRecord(place: Place, { records }: SearchIndex): SearchRecord | undefined {
	if (place.kind === 'source') return undefined;
	const page = place.url.replace(/#.*/, '');
	return records.find(({ url }) => url === place.url) ?? records.find(({ url }) => url === page);
}

function getTopicTitle(slug: string | undefined, { topics }: SearchIndex): string {
	return topics.find((topic) => topic.slug === slug)?.title ?? '';
}

function getFacets({
	kind,
	topic,
	level,
	technologies = [],
	sources = [],
}: SearchRecord): Result['facets'] {
	return {
		kind: [kind],
		...(topic !== undefined && { topic: [topic] }),
		...(level !== undefined && { level: [level] }),
		technology: technologies,
		source: sources,
	};
}

/**
 * Returns names and places as one list, the best on top whatever its kind: names that answer the query, then
 * texts that do, then names that answer part of it. A page that is there by its name is not listed once more
 * for its text.
 */
export function mergeResults(names: Result[], places: Result[]): Result[] {
	const named = new Set(names.map(({ url }) => url));
	const rest = places.filter(
		({ url, kind }) => kind === 'source' || !named.has(url.replace(/#.*/, '')),
	);
	const others = rest.filter(({ url }) => !named.has(url));
	const weak = names.findIndex(({ coverage }) => coverage < strongName);
	const at = weak < 0 ? names.length : weak;
	// The guide is about this site: its examples are no answers to what they are examples of.
	const isStrong = ({ coverage, kind }: Result): boolean =>
		coverage >= strongText && kind !== 'guide';
	return [
		...names.slice(0, at),
		...others.filter(isStrong),
		...names.slice(at),
		...others.filter((other) => !isStrong(other)),
	];
}

/** Whether names alone answer a query: then the text of pages need not be fetched. */
export function isAnswered(names: Result[]): boolean {
	return names.some(({ coverage }) => coverage >= strongName);
}
