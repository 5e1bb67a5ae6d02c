import type { TieRule } from '../model.ts';
import { stemsOf } from './words.ts';

/** A phrase of a rule; a term such as "retry + backoff" has several, and needs them all. */
export interface Phrase {
	rule: string;
	/** The term or alias as its author wrote it. */
	term: string;
	stems: string[];
	/** Which of the term's phrases it is, and how many there are. */
	part: number;
	parts: number;
	/** Topic of the rule. */
	topic: string;
	/** Set: counts in statements of the rule's topic alone. */
	isBound: boolean;
}

/** A phrase, and the positions of its words in a text, ascending. */
export interface Match {
	phrase: Phrase;
	at: number[];
}

/** Returns the phrases of a rule's terms, and of its aliases that have two or more words. */
export function makePhrases(rule: TieRule): Phrase[] {
	const make = (term: string, isBound: boolean): Phrase[] => {
		const texts = term.split(' + ');
		return texts.map((text, part) => ({
			rule: rule.code,
			term,
			stems: stemsOf(text),
			part,
			parts: texts.length,
			topic: rule.topic,
			isBound,
		}));
	};
	return [
		...rule.terms.flatMap((term) => make(term, false)),
		...rule.aliases
			.filter((alias) => stemsOf(alias).length > 1)
			.flatMap((alias) => make(alias, true)),
	];
}

/** Returns a finder of the phrases that stand in a text word by word. */
export function makeWholeFinder(phrases: Phrase[]): (stems: string[]) => Match[] {
	const byFirstStem = Map.groupBy(phrases, ({ stems }) => stems[0] ?? '');
	return (stems) =>
		stems.flatMap((stem, start) =>
			(byFirstStem.get(stem) ?? [])
				.filter((phrase) => phrase.stems.every((each, i) => stems[start + i] === each))
				.map((phrase) => ({ phrase, at: phrase.stems.map((_, i) => start + i) })),
		);
}

/** Words that hold a phrase together and say nothing by themselves. */
const linking = new Set(
	'a an as at by for from in into is it its of on that the their to with'.split(' '),
);

/**
 * How many other words may stand between those of a scattered phrase. Measured by `tie.test.ts` with
 * each document held out: recall 0.56, 0.60, 0.63, 0.64 for 0 to 3, precision 0.91, 0.91, 0.90, 0.90.
 */
const gap = 2;

/**
 * Returns a finder of the phrases whose words stand close together in a text, in any order: "order
 * processing pipeline" in "a pipeline that processes orders".
 */
export function makeScatteredFinder(phrases: Phrase[]): (stems: string[]) => Match[] {
	const scattered = phrases.filter(canScatter).map((phrase) => ({
		...phrase,
		stems: [...new Set(phrase.stems.filter((stem) => !linking.has(stem)))],
	}));
	const uses = Map.groupBy(
		scattered.flatMap(({ stems }) => stems),
		(stem) => stem,
	);
	const countUses = (stem: string): number => uses.get(stem)?.length ?? 0;
	// Looked for at its rarest word, so that few phrases are tried.
	const byRarestStem = Map.groupBy(scattered, ({ stems }) =>
		stems.reduce((a, b) => (countUses(b) < countUses(a) ? b : a)),
	);
	return (stems) =>
		stems.flatMap((stem, position) =>
			(byRarestStem.get(stem) ?? []).flatMap((phrase) => {
				const at = gather(stems, phrase.stems, position);
				return at ? [{ phrase, at }] : [];
			}),
		);
}

/** A list of alternatives ("session or JWT") is not one thought whose words may change places. */
function canScatter({ parts, stems, term }: Phrase): boolean {
	const meaning = new Set(stems.filter((stem) => !linking.has(stem)));
	return parts === 1 && meaning.size > 1 && !/\b(?:and|or)\b|[,/]/i.test(term);
}

/** Returns where the wanted words stand around a position, if they stand close together. */
function gather(stems: string[], wanted: string[], position: number): number[] | undefined {
	const reach = wanted.length + gap;
	const from = Math.max(0, position - reach + 1);
	const around = stems.slice(from, position + reach);
	const at = wanted.map((stem) => findNearest(around, stem, position - from));
	if (at.includes(-1)) return undefined;
	const span = Math.max(...at) - Math.min(...at) + 1;
	return span <= reach ? at.map((each) => from + each).sort((a, b) => a - b) : undefined;
}

/** Returns the position of a word that is nearest to another position, or -1. */
function findNearest(stems: string[], wanted: string, position: number): number {
	const before = stems.lastIndexOf(wanted, position);
	const after = stems.indexOf(wanted, position);
	if (before === -1 || after === -1) return Math.max(before, after);
	return position - before <= after - position ? before : after;
}

/** Drops the matches whose words a longer one has too: "event schema" hides "schema". */
export function keepLongest(matches: Match[]): Match[] {
	return matches.filter(
		({ at }) => !matches.some((other) => other.at.length > at.length && covers(other, at)),
	);
}

/** Says whether all these positions belong to a match. */
export function covers({ at }: Match, positions: number[]): boolean {
	return positions.every((position) => at.includes(position));
}

/** Drops the phrases of terms of which another phrase is missing. */
export function keepComplete(matches: Match[]): Match[] {
	const parts = new Map<string, Set<number>>();
	const keyOf = ({ phrase }: Match): string => `${phrase.rule} ${phrase.term}`;
	for (const match of matches) {
		const key = keyOf(match);
		parts.set(key, (parts.get(key) ?? new Set()).add(match.phrase.part));
	}
	return matches.filter((match) => parts.get(keyOf(match))?.size === match.phrase.parts);
}
