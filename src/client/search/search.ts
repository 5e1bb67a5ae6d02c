import { findIds, findNearIds, findRule, mayBeId } from '../../search/codes.ts';
import { type Answer, type Engine, makeEngine } from '../../search/engine.ts';
import type { SearchIndex, SearchRecord, StandardId } from '../../search/model.ts';
import {
	fromId,
	fromPlace,
	fromRecord,
	isAnswered,
	mergeResults,
	type Result,
} from '../../search/results.ts';
import { getBase } from '../base.ts';
import type { Facets } from '../facets.ts';
import { loadIds, loadIndex } from './files.ts';
import { searchText } from './full-text.ts';

/** What a search says, as far as it is known. */
export interface Outcome {
	/** Best first. */
	results: Result[];
	/** Words to mark. */
	marks: Set<string>;
	/** More results may follow. */
	isPartial: boolean;
	/** The query with its words corrected, where that is what was answered. */
	corrected?: string;
	/** A code that does not exist, as the site would write it. */
	unknownCode?: string;
	/** What is offered where nothing answers. */
	nearest: Nearest;
	/** The text of pages could not be searched. */
	isTextMissing?: true;
}

/** Rules near an unknown code, topics that have some of the query, or else all topics. */
export interface Nearest {
	title: string;
	links: { title: string; url: string }[];
}

/** Nothing to offer. */
export const noNearest: Nearest = { title: '', links: [] };

/** Where the files of the search are. */
export interface Addresses {
	index: string;
	ids: string;
}

/** What is searched beside names. */
export interface Wish {
	/** The text of pages: always, or where names do not answer. */
	text: 'always' | 'if needed';
	chosen: Facets;
}

let made: { index: SearchIndex; engine: Engine } | undefined;

/** Returns the index with its engine; rejects where it cannot be loaded. */
async function getEngine(url: string): Promise<{ index: SearchIndex; engine: Engine }> {
	const index = await loadIndex(url);
	if (made?.index !== index) made = { index, engine: makeEngine(index) };
	return made;
}

/**
 * Searches, and yields what is known: names first, then names and texts together. Rejects where the
 * names cannot be loaded.
 */
export async function* search(
	query: string,
	addresses: Addresses,
	{ text, chosen }: Wish,
): AsyncGenerator<Outcome> {
	const { index, engine } = await getEngine(addresses.index);
	const byCode = await answerCode(query, index, engine, addresses.ids);
	if (byCode) {
		yield byCode;
		return;
	}
	const answer = engine(query);
	const names = answer.hits.map((hit) => fromRecord(hit.record, index, hit));
	const outcome: Outcome = {
		results: names,
		marks: answer.marks,
		isPartial: text === 'always' || !isAnswered(names),
		nearest: getTopics(answer, index),
		...getCorrected(query, answer),
	};
	yield outcome;
	if (outcome.isPartial) yield addText(outcome, answer, index, chosen);
}

/** Returns what a query leads to that names a rule or an id of a standard; undefined where it names none. */
async function answerCode(
	query: string,
	index: SearchIndex,
	engine: Engine,
	idsUrl: string,
): Promise<Outcome | undefined> {
	const code = findRule(query, index);
	const allIds = mayBeId(query) ? await loadIds(idsUrl) : [];
	const ids = findIds(query, allIds);
	const known = [
		...(code?.record ? [fromRecord(code.record, index)] : []),
		...ids.map(fromId),
		...getAnswering(ids, index),
	];
	const outcome: Outcome = {
		results: known,
		marks: new Set(),
		isPartial: false,
		nearest: noNearest,
	};
	if (known.length > 0) {
		// Words beside a code are answered, too, but what it names comes first.
		const { hits, marks } = engine(code?.rest ?? '');
		const others = hits.filter(({ record }) => record !== code?.record);
		const results = [...known, ...others.map((hit) => fromRecord(hit.record, index, hit))];
		return { ...outcome, results, marks };
	}
	if (code) return { ...outcome, unknownCode: code.code, nearest: offerRules(code.nearest) };
	const near = findNearIds(query, allIds);
	return near && { ...outcome, unknownCode: query.trim(), nearest: offerIds(near) };
}

/** Rules that answer the ids that were found, each once. */
function getAnswering(ids: StandardId[], index: SearchIndex): Result[] {
	const codes = new Set(ids.flatMap(({ rules }) => rules));
	return index.records
		.filter(({ code }) => code !== undefined && codes.has(code))
		.map((record) => fromRecord(record, index));
}

async function addText(
	names: Outcome,
	{ words }: Answer,
	index: SearchIndex,
	chosen: Facets,
): Promise<Outcome> {
	const search = async (isTyped: boolean): Promise<Result[]> => {
		const read = words.map((word) => ({
			...word,
			text: isTyped ? word.word : (word.correction ?? word.word),
			// What a correction found is no sign of the word itself.
			terms: isTyped && word.correction !== undefined ? new Map([[word.word, 1]]) : word.terms,
		}));
		const texts = read.map(({ text }) => text);
		const places = await searchText(texts, read, chosen);
		return places.map((place) => fromPlace(place, index));
	};
	try {
		// The texts may have a word that no name has: it is looked up as typed before it is corrected.
		let places = await search(true);
		const isAsTyped = places.length > 0;
		if (!isAsTyped && names.corrected !== undefined) places = await search(false);
		const results = mergeResults(names.results, places);
		const { corrected, ...rest } = names;
		return {
			...rest,
			results,
			isPartial: false,
			...(corrected !== undefined && !isAsTyped && results.length > 0 && { corrected }),
		};
	} catch (error) {
		console.error('The text of pages could not be searched.', error);
		return { ...names, isPartial: false, isTextMissing: true };
	}
}

function offerRules(rules: SearchRecord[]): Nearest {
	return {
		title: 'The nearest codes:',
		links: rules.map(({ code = '', title, url }) => ({ title: `${code} ${title}`, url })),
	};
}

function offerIds(ids: StandardId[]): Nearest {
	return {
		title: 'The nearest that rules answer:',
		links: [
			...ids.map(({ id, title, url }) => ({ title: `${id} ${title}`, url })),
			{ title: 'All standards', url: `${getBase()}/standards/` },
		],
	};
}

function getTopics({ topics }: Answer, index: SearchIndex): Nearest {
	const found = topics.flatMap((slug) => index.topics.filter((topic) => topic.slug === slug));
	return found.length > 0
		? { title: 'The nearest topics:', links: found }
		: { title: 'What the guidance covers:', links: index.topics };
}

function getCorrected(query: string, { corrections, hits }: Answer): { corrected?: string } {
	if (corrections.length === 0 || hits.length === 0) return {};
	const corrected = corrections.reduce(
		(text, { from, to }) => text.replace(new RegExp(from, 'i'), to),
		query.trim(),
	);
	return { corrected };
}

/** Returns everything that has what was chosen, for a search without a query. */
export async function browse(addresses: Addresses): Promise<Outcome> {
	const { index } = await getEngine(addresses.index);
	const results = index.records
		.filter(({ isWithdrawn }) => !isWithdrawn)
		.map((record) => fromRecord(record, index));
	return { results, marks: new Set(), isPartial: false, nearest: noNearest };
}

/** Returns what a screen reader hears once a search is over; `count` results have what was chosen. */
export function describeOutcome(outcome: Outcome, count: number, query: string): string {
	const { unknownCode, isTextMissing, results } = outcome;
	if (unknownCode !== undefined) return `There is no ${unknownCode} here.`;
	const asked = query.trim();
	if (count === 0 && results.length > 0) return 'No result has all of these filters.';
	const found =
		count === 0
			? `Nothing here answers “${asked}”.`
			: `${count} ${count === 1 ? 'result' : 'results'}${asked && ` for “${asked}”`}.`;
	return isTextMissing ? `${found} The text of pages could not be searched.` : found;
}
