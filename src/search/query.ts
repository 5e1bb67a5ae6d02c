import {
	findBeginning,
	findJoined,
	findStem,
	type Found,
	getRarity,
	getShare,
	getVocabulary,
	type Phrases,
} from './phrases.ts';
import { getDistance, isCommon, splitContent, stem } from './words.ts';

/** A word of a query, and where the site has it. */
export interface AskedWord {
	word: string;
	/** What the word says about a record: its inverse document frequency. */
	weight: number;
	/** By phrase, how well it answers the word. */
	scores: Map<number, number>;
	/** By phrase, how sure it is that the word is meant, from 0 to 1. */
	sureness: Map<number, number>;
	/** The word that was looked up in its place, where the site does not have it. */
	correction?: string;
	/** Words and stems that stand for it in a text, with how sure that is. */
	terms: Map<string, number>;
}

/** What a common word counts beside another one. */
const commonShare = 0.45;

/** What words stand for: words that mean the same, by stem. */
export type Synonyms = Map<string, Set<string>>;

/** How sure it is that a word found is the word meant. */
const surenessOf = {
	same: 1,
	joined: 0.95,
	beginning: 0.9,
	corrected: 0.85,
	/** A short word, corrected: one letter makes another word of it. */
	guessed: 0.6,
	synonym: 0.7,
	/** The word is there as it is typed; a longer one may still be meant. */
	longer: 0.4,
} as const;

/** Letters of which a word must have more than this for a beginning to be looked up. */
const shortestBeginning = 2;

/** A way to read a word: what is found, and how sure it is that it is meant. */
interface Reading extends Found {
	sureness: number;
}

/** Returns the words of a query with what they find. The last one may be half typed. */
export function askWords(query: string, phrases: Phrases, synonyms: Synonyms): AskedWord[] {
	const isFinished = /\s$/.test(query);
	const all = splitContent(query);
	const last = all.at(-1) ?? '';
	// A word of which hardly anything is typed says nothing yet.
	const isBegun =
		!isFinished && last.length <= shortestBeginning && !isKnown(findStem(stem(last), phrases));
	const words = isBegun && all.length > 1 ? all.slice(0, -1) : all;
	return words.map((word, i) => {
		const isTyped = i === words.length - 1 && !isFinished && word.length > shortestBeginning;
		const same = findStem(stem(word), phrases);
		const readings = [
			{ ...same, sureness: surenessOf.same },
			...readPairs(words, i, phrases),
			...(isTyped ? [readBeginning(word, isKnown(same), phrases)] : []),
			...readSynonyms(word, phrases, synonyms),
			{ ...findJoined(word, phrases), sureness: surenessOf.joined },
		];
		return readings.some(isKnown)
			? ask(word, readings, phrases)
			: askCorrected(word, phrases, synonyms);
	});
}

function isKnown({ ids }: Found): boolean {
	return ids.length > 0;
}

/** A word may be one with a neighbor: "time out" and "timeout". */
function readPairs(words: string[], i: number, phrases: Phrases): Reading[] {
	const word = words[i] ?? '';
	const pairs = [
		[words[i - 1], word],
		[word, words[i + 1]],
	];
	return pairs.flatMap(([a, b]) =>
		a && b ? [{ ...findStem(stem(a + b), phrases), sureness: surenessOf.joined }] : [],
	);
}

function readBeginning(word: string, isWord: boolean, phrases: Phrases): Reading {
	const sureness = isWord ? surenessOf.longer : surenessOf.beginning;
	return { ...findBeginning(word, phrases), sureness };
}

function readSynonyms(word: string, phrases: Phrases, synonyms: Synonyms): Reading[] {
	return [...(synonyms.get(stem(word)) ?? [])].map((other) => ({
		...findStem(other, phrases),
		sureness: surenessOf.synonym,
	}));
}

/** Puts what all readings of a word find together; a phrase keeps the best one. */
function ask(word: string, readings: Reading[], phrases: Phrases): AskedWord {
	const scores = new Map<number, number>();
	const surest = new Map<number, number>();
	const terms = new Map<string, number>([
		[word, surenessOf.same],
		[stem(word), surenessOf.same],
	]);
	for (const { ids, words, sureness } of readings) {
		for (const each of words) terms.set(each, Math.max(sureness, terms.get(each) ?? 0));
		const rarity = getRarity(phrases, ids.length) * sureness;
		for (const id of ids) {
			const score = rarity * getShare(id, phrases);
			if (score > (scores.get(id) ?? 0)) scores.set(id, score);
			if (sureness > (surest.get(id) ?? 0)) surest.set(id, sureness);
		}
	}
	const weight = getRarity(phrases, scores.size) * (isCommon(word) ? commonShare : 1);
	return { word, weight, scores, sureness: surest, terms };
}

/** Asks for the nearest word that there is; without one, for nothing. */
function askCorrected(word: string, phrases: Phrases, synonyms: Synonyms): AskedWord {
	const correction = correct(word, phrases);
	if (correction === undefined) return ask(word, [], phrases);
	const sureness = word.length < shortWord ? surenessOf.guessed : surenessOf.corrected;
	const readings = [
		{ ...findStem(stem(correction), phrases), sureness },
		...readSynonyms(correction, phrases, synonyms),
	];
	return { ...ask(word, readings, phrases), correction };
}

/** In a word of fewer letters, one wrong letter often makes another word. */
const shortWord = 5;

/** Edits that a word of so many letters may be away from the word that was meant. */
function getEdits(length: number): number {
	if (length < 4) return 0;
	return length < 8 ? 1 : 2;
}

/** Returns the nearest word: fewest edits first, then the one that is there most often. */
function correct(word: string, phrases: Phrases): string | undefined {
	const edits = getEdits(word.length);
	if (edits === 0 || /\d/.test(word)) return undefined;
	const near = [...getVocabulary(phrases)]
		.filter((other) => Math.abs(other.length - word.length) <= edits && isPlausible(word, other))
		.map((other) => ({ other, distance: getDistance(word, other) }))
		.filter(({ distance }) => distance <= edits);
	const least = Math.min(...near.map(({ distance }) => distance));
	return near
		.filter(({ distance }) => distance === least)
		.map(({ other }) => ({ other, count: findStem(stem(other), phrases).ids.length }))
		.sort((a, b) => b.count - a.count)[0]?.other;
}

/** People seldom mistake the first letter, but they swap it with the second. */
function isPlausible(word: string, other: string): boolean {
	const isSwapped = other.startsWith(word.charAt(1) + word.charAt(0));
	return word.length >= 8 || isSwapped || other.startsWith(word.charAt(0));
}
