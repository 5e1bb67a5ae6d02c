import type { Kind, Tie, TieRule } from '../model.ts';

/** Finds the rules that a statement supports. Made once for a run, for it stems every phrase. */
export type Tier = (statement: {
	text: string;
	topic: string | null;
	kind: Kind;
	/** `document#anchor`. */
	address: string;
}) => Tie[];

/** A phrase of a rule; a term such as "retry + backoff" has several, and needs them all. */
interface Phrase {
	rule: string;
	/** The term as its author wrote it. */
	term: string;
	stems: string[];
	/** Which of the term's phrases it is, and how many there are. */
	part: number;
	parts: number;
	/** Set: counts only in statements of this topic. */
	topic?: string;
}

interface Match {
	phrase: Phrase;
	start: number;
	end: number;
}

/** Words that a title does not live by. */
const hollow = new Set(
	'a an and as at be by do each every for from in into is it its keep make never no not of on one or set so that the their them to under where with without your avoid give use'.split(
		' ',
	),
);

/** Fewer words that carry meaning than this make a title too common to tie by. */
const titleWords = 3;

/**
 * Returns a finder of ties. Deciding, in this order:
 *
 * 1. a person's word: the rule's own lists of statements to add and to drop;
 * 2. a term of the rule anywhere in the text; of phrases that overlap, the longer one hides what lies
 *    inside it ("event schema" hides "schema");
 * 3. an alias of two or more words, in a statement of the rule's topic;
 * 4. all words of the title that carry meaning, in a statement of the rule's topic.
 *
 * A list of names of technologies says nothing about what to do: it ties by a person's word alone.
 */
export function makeTier(rules: TieRule[]): Tier {
	const byFirstStem = Map.groupBy(rules.flatMap(makePhrases), ({ stems }) => stems[0] ?? '');
	const titles = rules.map((rule) => ({
		rule,
		stems: [...new Set(stemsOf(rule.title).filter((word) => !hollow.has(word)))],
	}));
	const added = groupByAddress(rules, ({ add }) => add);
	const dropped = groupByAddress(rules, ({ drop }) => drop);

	return ({ text, topic, kind, address }) => {
		const stems = kind === 'technology' ? [] : stemsOf(text);
		const ties = new Map<string, string>();
		for (const rule of added.get(address) ?? []) ties.set(rule, 'the rule’s own list');
		const matches = findMatches(stems, byFirstStem, topic);
		for (const { rule, term } of getTerms(matches)) {
			if (!ties.has(rule)) ties.set(rule, `“${term}”`);
		}
		const present = new Set(stems);
		for (const { rule, stems: wanted } of titles) {
			const isNamed =
				rule.topic === topic &&
				wanted.length >= titleWords &&
				wanted.every((word) => present.has(word));
			if (isNamed && !ties.has(rule.code)) ties.set(rule.code, 'the words of its title');
		}
		for (const rule of dropped.get(address) ?? []) ties.delete(rule);
		return [...ties]
			.map(([rule, how]) => ({ rule, how }))
			.sort((a, b) => (a.rule < b.rule ? -1 : 1));
	};
}

/** The text's words, folded, in their order. */
function stemsOf(text: string): string[] {
	return (text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []).map(foldWord);
}

/**
 * Folds plural, past and -ing forms, so that "caching" meets "cache" and "queries" meets "query". A
 * full stem would go too far: Porter's makes one word of "integrity" and "integration". Abbreviations
 * keep their case, so that "EXPLAIN" is not found in "explain".
 */
function foldWord(word: string): string {
	if (/^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(word)) return word.replace(/s$/, '');
	return word
		.toLowerCase()
		.replace(/ies$/, 'y')
		.replace(/(?<=ss|x|ch|sh)es$|(?<=[^sui])s$/, '')
		.replace(/(?<=\p{L}{3})(ing|ed)$/u, '')
		.replace(/([bdgmnprt])\1$/, '$1')
		.replace(/(?<=\p{L}{3})e$/u, '');
}

function makePhrases(rule: TieRule): Phrase[] {
	const make = (term: string, topic?: string): Phrase[] => {
		const texts = term.split(' + ');
		return texts.map((text, part) => ({
			rule: rule.code,
			term,
			stems: stemsOf(text),
			part,
			parts: texts.length,
			...(topic !== undefined && { topic }),
		}));
	};
	return [
		...rule.terms.flatMap((term) => make(term)),
		...rule.aliases
			.filter((alias) => stemsOf(alias).length > 1)
			.flatMap((alias) => make(alias, rule.topic)),
	];
}

function groupByAddress(
	rules: TieRule[],
	pick: (rule: TieRule) => string[],
): ReadonlyMap<string, string[]> {
	const pairs = rules.flatMap((rule) =>
		pick(rule).map((address) => ({ address, rule: rule.code })),
	);
	const groups = Map.groupBy(pairs, ({ address }) => address);
	return new Map([...groups].map(([address, found]) => [address, found.map(({ rule }) => rule)]));
}

/** Returns the matches that no longer one contains. */
function findMatches(
	stems: string[],
	byFirstStem: ReadonlyMap<string, Phrase[]>,
	topic: string | null,
): Match[] {
	const found = stems.flatMap((stem, start) =>
		(byFirstStem.get(stem) ?? [])
			.filter((phrase) => phrase.topic === undefined || phrase.topic === topic)
			.filter((phrase) => phrase.stems.every((each, i) => stems[start + i] === each))
			.map((phrase) => ({ phrase, start, end: start + phrase.stems.length })),
	);
	const complete = keepComplete(found);
	return complete.filter(
		(match) =>
			!complete.some(
				(other) =>
					other.start <= match.start &&
					other.end >= match.end &&
					other.end - other.start > match.end - match.start,
			),
	);
}

/** Drops the phrases of terms of which another phrase is missing. */
function keepComplete(matches: Match[]): Match[] {
	const parts = new Map<string, Set<number>>();
	const keyOf = ({ phrase }: Match): string => `${phrase.rule} ${phrase.term}`;
	for (const match of matches) {
		const key = keyOf(match);
		parts.set(key, (parts.get(key) ?? new Set()).add(match.phrase.part));
	}
	return matches.filter((match) => parts.get(keyOf(match))?.size === match.phrase.parts);
}

/** Returns the terms of which every phrase is left, each once. */
function getTerms(matches: Match[]): { rule: string; term: string }[] {
	const terms = keepComplete(matches).map(({ phrase: { rule, term } }) => ({ rule, term }));
	return [...new Map(terms.map((each) => [`${each.rule} ${each.term}`, each])).values()];
}
