import type { SearchIndex, SearchRecord } from './model.ts';
import { listPhrases, type Phrases } from './phrases.ts';
import { type AskedWord, askWords, type Synonyms } from './query.ts';
import { splitWords, stem, toNameKey } from './words.ts';

/** A record that answers a query. */
export interface Hit {
	record: SearchRecord;
	score: number;
	/** Share of the query that it answers, by weight of the words; 1 for all of it. */
	coverage: number;
	/** The other name or the symptom that is nearest to the query, where it answers more than the title. */
	phrase: string;
	/** Share of the query that one phrase and the title answer together. */
	focus: number;
}

export interface Answer {
	/** Best first. Empty where nothing answers enough of the query. */
	hits: Hit[];
	/** Words of the query that the site does not have, with the nearest that it has. */
	corrections: { from: string; to: string }[];
	/** The words of the query that say what it is about, with what the site has of them. */
	words: AskedWord[];
	/** Words and stems to mark in what is shown. */
	marks: Set<string>;
	/** Slugs of topics that have some of the query, nearest first. */
	topics: string[];
}

export type Engine = (query: string) => Answer;

/**
 * A record must answer this share of a query; of four words or more, which no text has all, a smaller one. These
 * numbers and those below are where the queries of `e2e/search-queries.tsv` are answered best.
 */
const minCoverage = 0.55;
const minOfLong = 0.45;
const longQuery = 4;

/** … and this share of what the best one answers, and of the best score. */
const minOfBest = 0.6;
const minScore = 0.2;

/** How much the whole record counts beside its nearest phrase. */
const recordShare = 0.6;

/** … and its title: of two records with one name, it is the subject of the one that is called so. */
const titleShare = 0.3;

/**
 * What a query adds that is a name of the record, in multiples of the best score; another name adds the more the
 * fewer there are.
 */
const nameBonus = { title: 2, alias: 1, share: 0.5 } as const;

/** A record with a name has at least this share of it, be a short word in it corrected. */
const named = 0.55;

/** Topics that are offered where nothing answers. */
const topicsOffered = 3;

/** Returns the search over an index. */
export function makeEngine(index: SearchIndex): Engine {
	const phrases = listPhrases(index.records);
	const synonyms = readThesaurus(index.thesaurus);
	return (query) => {
		const asked = askWords(query, phrases, synonyms);
		const scored = scoreRecords(asked, phrases, index.records);
		addNames(scored, query, asked);
		scored.sort((a, b) => b.score - a.score);
		return {
			hits: cut(scored, asked.length).map((each) => toHit(each, asked, phrases)),
			corrections: asked.flatMap(({ word, correction }) =>
				correction === undefined ? [] : [{ from: word, to: correction }],
			),
			words: asked,
			marks: new Set(asked.flatMap(({ terms }) => [...terms.keys()])),
			topics: rankTopics(scored),
		};
	};
}

function readThesaurus(groups: string[][]): Synonyms {
	const synonyms: Synonyms = new Map();
	for (const group of groups.map((words) => words.map(stem))) {
		for (const word of group) {
			const others = group.filter((other) => other !== word);
			synonyms.set(word, new Set([...(synonyms.get(word) ?? []), ...others]));
		}
	}
	return synonyms;
}

/** Lifts the records that have the query as a name. */
function addNames(scored: Scored[], query: string, asked: AskedWord[]): void {
	const keys = [
		toNameKey(splitWords(query)),
		toNameKey(asked.map(({ word, correction }) => correction ?? word)),
	];
	const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
	for (const each of scored) {
		// A name has all words of the query; the others need not be compared.
		if (each.coverage >= named) each.score += best * getNameBonus(each.record, keys);
	}
}

function getNameBonus({ title, aliases = [] }: SearchRecord, keys: string[]): number {
	const isNamed = (name: string): boolean => keys.includes(toNameKey(splitWords(name)));
	if (isNamed(title)) return nameBonus.title;
	return aliases.some(isNamed) ? nameBonus.alias + nameBonus.share / aliases.length : 0;
}

/** A record with the phrases of it that have a word of the query. */
interface Scored {
	record: SearchRecord;
	ids: number[];
	/** Of them, the one that is nearest to the query. */
	nearest: number;
	score: number;
	coverage: number;
}

/** Scores every record that has a word of the query: by its nearest phrase, as a whole, and by its title. */
function scoreRecords(asked: AskedWord[], phrases: Phrases, records: SearchRecord[]): Scored[] {
	const byRecord = new Map<number, number[]>();
	for (const id of new Set(asked.flatMap(({ scores }) => [...scores.keys()]))) {
		const position = phrases.list[id]?.record ?? -1;
		const ids = byRecord.get(position);
		if (ids) ids.push(id);
		else byRecord.set(position, [id]);
	}
	return [...byRecord].flatMap(([position, ids]) => {
		const record = records[position];
		if (!record) return [];
		let nearest = { id: -1, score: 0 };
		for (const id of ids) {
			const { score } = scorePhrases(asked, [id]);
			if (score > nearest.score) nearest = { id, score };
		}
		const whole = scorePhrases(asked, ids);
		const title = scorePhrases(asked, findTitle(record, ids, phrases));
		const score = nearest.score + recordShare * whole.score + titleShare * title.score;
		return [{ record, ids, nearest: nearest.id, score, coverage: whole.coverage }];
	});
}

function findTitle(record: SearchRecord, ids: number[], { list }: Phrases): number[] {
	return ids.filter((id) => list[id]?.text === record.title);
}

/** Scores phrases as if they were one: for each word the best of them, times the share answered. */
function scorePhrases(asked: AskedWord[], ids: number[]): { score: number; coverage: number } {
	let score = 0;
	let covered = 0;
	let total = 0;
	for (const { weight, scores, sureness } of asked) {
		let best = 0;
		let surest = 0;
		for (const id of ids) {
			best = Math.max(best, scores.get(id) ?? 0);
			surest = Math.max(surest, sureness.get(id) ?? 0);
		}
		score += best;
		covered += weight * surest;
		total += weight;
	}
	const coverage = total === 0 ? 0 : covered / total;
	return { score: score * coverage, coverage };
}

/** Adds what a reader is shown: the phrase, where it says more than the title does. */
function toHit(
	{ record, ids, nearest, score, coverage }: Scored,
	asked: AskedWord[],
	phrases: Phrases,
): Hit {
	const title = findTitle(record, ids, phrases);
	const focus = Math.max(...ids.map((id) => scorePhrases(asked, [id, ...title]).coverage));
	const text = phrases.list[nearest]?.text ?? '';
	const isShown = text === record.text || text === record.title;
	const isNews = !isShown && focus > scorePhrases(asked, title).coverage;
	return { record, score, coverage, phrase: isNews ? text : '', focus };
}

/** Keeps what answers enough of the query, both in itself and beside the best. */
function cut(sorted: Scored[], words: number): Scored[] {
	const [first] = sorted;
	if (!first) return [];
	const most = Math.max(...sorted.map(({ coverage }) => coverage));
	const needed = Math.max(words < longQuery ? minCoverage : minOfLong, most * minOfBest);
	return sorted.filter(
		({ score, coverage }) => coverage >= needed && score >= first.score * minScore,
	);
}

function rankTopics(scored: Scored[]): string[] {
	const sums = new Map<string, number>();
	for (const { record, score } of scored) {
		if (record.topic) sums.set(record.topic, (sums.get(record.topic) ?? 0) + score);
	}
	return [...sums]
		.sort((a, b) => b[1] - a[1])
		.slice(0, topicsOffered)
		.map(([topic]) => topic);
}
