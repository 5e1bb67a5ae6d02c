import type { SearchRecord } from './model.ts';
import { normalizeLines, splitWords, stem } from './words.ts';

/** What a phrase is to its record, what a word in it counts, and how many words it has as a rule. */
const fields = {
	name: { share: 1, length: 3 },
	symptom: { share: 0.85, length: 7 },
	statement: { share: 0.6, length: 20 },
} as const;

type Field = keyof typeof fields;

/** A name, a symptom or the statement of a record. */
export interface Phrase {
	/** Position of its record. */
	record: number;
	field: Field;
	/** As it is written. */
	text: string;
}

/** Everything that can be found, as one text to look through. */
export interface Phrases {
	/** The position of a phrase is its id. */
	list: Phrase[];
	/** Their words, folded, one line each. */
	text: string;
	/** Where each line starts. */
	starts: number[];
	/** What was looked up before. */
	found: Map<string, Found>;
	/** Every word; empty until one is asked for that nothing has. */
	vocabulary: Set<string>;
}

/** Phrases that have a word, and the words of theirs that were found. */
export interface Found {
	ids: number[];
	words: Set<string>;
}

/**
 * Returns the phrases of all records, in their order. No index is made of them: to look through them all
 * takes about a millisecond, and to index them added half a second and more to a reader's first search.
 */
export function listPhrases(records: SearchRecord[]): Phrases {
	const list = records.flatMap(toPhrases);
	const text = normalizeLines(list.map((phrase) => phrase.text));
	const starts: number[] = [];
	let end = 0;
	for (const line of text.split('\n')) {
		starts.push(end);
		end += line.length + 1;
	}
	return { list, text, starts, found: new Map(), vocabulary: new Set() };
}

function toPhrases(record: SearchRecord, position: number): Phrase[] {
	const { title, aliases = [], symptoms = [], text, isWithdrawn } = record;
	if (isWithdrawn) return [];
	const make =
		(field: Field) =>
		(text: string): Phrase => ({ record: position, field, text });
	return [
		...[title, ...aliases].map(make('name')),
		...symptoms.map(make('symptom')),
		...(text === '' ? [] : [make('statement')(text)]),
	];
}

/** Returns the phrases that have a word with this stem. */
export function findStem(stemmed: string, phrases: Phrases): Found {
	// A stem may differ from its words in the last letter: "retri" of "retry".
	const beginning = stemmed.length > 2 ? stemmed.slice(0, -1) : stemmed;
	return find(`=${stemmed}`, beginning, (word) => stem(word) === stemmed, phrases);
}

/** Returns the phrases that have a word that begins like this. */
export function findBeginning(beginning: string, phrases: Phrases): Found {
	return find(`${beginning}*`, beginning, () => true, phrases);
}

function find(
	key: string,
	beginning: string,
	isMeant: (word: string) => boolean,
	phrases: Phrases,
): Found {
	const known = phrases.found.get(key);
	if (known) return known;
	if (beginning === '') return { ids: [], words: new Set() };
	const { text, starts } = phrases;
	const result: Found = { ids: [], words: new Set() };
	const meant = new Map<string, boolean>();
	let id = 0;
	for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
		if (isLetter(text, at - 1)) continue;
		let end = at + beginning.length;
		while (isLetter(text, end)) end++;
		const word = text.slice(at, end);
		if (!meant.has(word)) meant.set(word, isMeant(word));
		if (!meant.get(word)) continue;
		while ((starts[id + 1] ?? Infinity) <= at) id++;
		result.words.add(word);
		if (result.ids.at(-1) !== id) result.ids.push(id);
	}
	phrases.found.set(key, result);
	return result;
}

/** Whether there is a letter or digit: normalized text has blanks and line ends beside them. */
function isLetter(text: string, at: number): boolean {
	return text.charCodeAt(at) > 32;
}

/**
 * Returns the names in which two neighbors are written as this word in one: "ratelimit" for "rate limit". Their
 * stems are compared.
 */
export function findJoined(word: string, phrases: Phrases): Found {
	const joined = stem(word);
	const ids = new Set<number>();
	const words = new Set<string>();
	for (let at = shortestPart; at <= word.length - shortestPart; at++) {
		const first = stem(word.slice(0, at));
		const second = joined.slice(first.length);
		if (second.length < 2 || !joined.startsWith(first)) continue;
		const seconds = new Set(findStem(second, phrases).ids);
		for (const id of findStem(first, phrases).ids) {
			const phrase = phrases.list[id];
			if (phrase?.field !== 'name' || !seconds.has(id)) continue;
			const stems = splitWords(phrase.text).map(stem);
			if (stems.some((each, i) => each === first && stems[i + 1] === second)) {
				ids.add(id);
				words.add(first).add(second);
			}
		}
	}
	return { ids: [...ids], words };
}

/** Letters that each half of a joined word has at least. */
const shortestPart = 2;

/** Returns every word that there is. */
export function getVocabulary(phrases: Phrases): Set<string> {
	if (phrases.vocabulary.size === 0) phrases.vocabulary = new Set(phrases.text.split(/\s+/));
	return phrases.vocabulary;
}

/** Free parameters of BM25+ (Lv and Zhai, 2011); `b` where the queries of the tests are answered best. */
const k1 = 1.2;
const b = 0.8;
const delta = 0.5;

/** Returns what a word counts in a phrase: BM25+ of one that occurs once, without its rarity. */
export function getShare(id: number, { list, starts, text }: Phrases): number {
	const { share, length } = fields[list[id]?.field ?? 'statement'];
	const line = text.slice(starts[id], (starts[id + 1] ?? text.length + 1) - 1);
	const relative = line.split(' ').length / length;
	return share * ((k1 + 1) / (1 + k1 * (1 - b + b * relative)) + delta);
}

/** Returns the inverse document frequency as BM25 has it (Robertson and Zaragoza, 2009). */
export function getRarity({ list }: Phrases, count: number): number {
	return Math.log(1 + (list.length - count + 0.5) / (count + 0.5));
}
