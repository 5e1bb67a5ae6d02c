import type { Kind, Tie, TieRule } from '../model.ts';
import {
	covers,
	keepComplete,
	keepLongest,
	makePhrases,
	makeScatteredFinder,
	makeWholeFinder,
	type Match,
} from './phrases.ts';
import { stemsOf } from './words.ts';

/** Finds the rules that a statement supports. Made once for a run, for it stems every phrase. */
export type Tier = (statement: {
	text: string;
	topic: string | null;
	kind: Kind;
	/** `document#anchor`. */
	address: string;
}) => Tie[];

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
 * 4. the words of a term or an alias, close together in any order, in a statement of the rule's topic;
 *    words that belong to a phrase that stands there whole do not count;
 * 5. all words of the title that carry meaning, in a statement of the rule's topic.
 *
 * A list of names of technologies says nothing about what to do: it ties by a person's word alone.
 */
export function makeTier(rules: TieRule[]): Tier {
	const findPhrases = makePhraseFinder(rules);
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
		for (const { phrase } of findPhrases(stems, topic)) {
			if (!ties.has(phrase.rule)) ties.set(phrase.rule, `“${phrase.term}”`);
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

/** Returns a finder of the phrases that count in a statement, those that stand there whole first. */
function makePhraseFinder(rules: TieRule[]): (stems: string[], topic: string | null) => Match[] {
	const phrases = rules.flatMap(makePhrases);
	const findWhole = makeWholeFinder(phrases);
	const findScattered = makeScatteredFinder(phrases);
	return (stems, topic) => {
		const found = findWhole(stems).filter(
			({ phrase }) => !phrase.isBound || phrase.topic === topic,
		);
		const whole = keepLongest(keepComplete(found));
		const scattered = findScattered(stems).filter(
			({ phrase, at }) => phrase.topic === topic && !whole.some((other) => covers(other, at)),
		);
		return [...keepComplete(whole), ...scattered];
	};
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
