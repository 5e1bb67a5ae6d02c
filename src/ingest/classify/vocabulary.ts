import { stemmer } from 'stemmer';
import type { TopicVocabulary } from '../model.ts';

/** A phrase of a topic's vocabulary found in a text. */
export interface Match {
	topic: string;
	/** The phrase as the vocabulary has it. */
	term: string;
	/** The concept that the phrase names; undefined for phrases that count in headings only. */
	concept?: string;
	/** Position of its first word in the text, counted in words. */
	index: number;
	/** Number of its words: the longer the phrase, the surer. */
	length: number;
}

/** Finds vocabulary in texts. Made once for a run, for it stems every phrase. */
export interface Vocabulary {
	topics: ReadonlySet<string>;
	/** Phrases that count anywhere. */
	find: (text: string) => Match[];
	/** The same and those that count in headings, lead-ins and labels. */
	findInHeading: (text: string) => Match[];
}

interface Phrase extends Omit<Match, 'index'> {
	stems: string[];
	isHeading: boolean;
}

/**
 * Returns a finder for the phrases of all topics.
 *
 * Text and phrases are compared word by word by their Porter stems, so "rate limit" is found in
 * "Rate-limiting". Where phrases overlap, the longest wins: "query optimization" hides "query".
 */
export function makeVocabulary(topics: TopicVocabulary[]): Vocabulary {
	const stem = makeStemmer();
	const byFirstStem = Map.groupBy(
		topics.flatMap((topic) => makePhrases(topic, stem)),
		(phrase) => phrase.stems[0] ?? '',
	);
	for (const phrases of byFirstStem.values()) phrases.sort((a, b) => b.length - a.length);

	const find = (text: string, inHeading: boolean): Match[] => {
		const stems = splitWords(text).map(stem);
		const matches: Match[] = [];
		for (let index = 0; index < stems.length;) {
			const phrase = byFirstStem
				.get(stems[index] ?? '')
				?.find((candidate) => (inHeading || !candidate.isHeading) && isAt(candidate, stems, index));
			if (phrase) matches.push(toMatch(phrase, index));
			index += phrase?.length ?? 1;
		}
		return matches;
	};
	return {
		topics: new Set(topics.map((topic) => topic.slug)),
		find: (text) => find(text, false),
		findInHeading: (text) => find(text, true),
	};
}

export function splitWords(text: string): string[] {
	return (
		text
			.normalize('NFKC')
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? []
	);
}

/** A stemmer that remembers: documents repeat their words. */
export function makeStemmer(): (word: string) => string {
	const known = new Map<string, string>();
	return (word) => {
		let stem = known.get(word);
		if (stem === undefined) known.set(word, (stem = stemmer(word)));
		return stem;
	};
}

function makePhrases(topic: TopicVocabulary, stem: (word: string) => string): Phrase[] {
	const make = (term: string, concept?: string): Phrase => {
		const stems = splitWords(term).map(stem);
		return {
			topic: topic.slug,
			term,
			stems,
			length: stems.length,
			isHeading: concept === undefined,
			...(concept !== undefined && { concept }),
		};
	};
	return [
		...topic.vocabulary.flatMap(({ concept, terms }) => terms.map((term) => make(term, concept))),
		...topic.headings.map((term) => make(term)),
	];
}

function isAt(phrase: Phrase, stems: string[], index: number): boolean {
	return phrase.stems.every((stem, i) => stems[index + i] === stem);
}

function toMatch({ topic, term, concept, length }: Phrase, index: number): Match {
	return { topic, term, index, length, ...(concept !== undefined && { concept }) };
}
