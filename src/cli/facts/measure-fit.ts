import type { Fact } from './parse-facts.ts';
import type { Spot } from './read-spots.ts';

/** Returns how well each part of a document states a fact: more is better, and only differences count. */
export type FitMeasure = (fact: Fact) => number[];

/** What a sign of the fact is worth, by where it is found. The part's own words decide; the rest breaks ties. */
const worth = { own: 2, inside: 1.4, above: 1, words: 2, section: 1 };

/** Makes the measure for the parts of one seed's documents: a word counts the more, the fewer parts have it. */
export function makeFitMeasure(spots: Spot[]): FitMeasure {
	const read = spots.map((spot) => ({
		spot,
		words: listWords(spot.text),
		place: listWords(spot.inside ? `${spot.above} ${spot.text}` : spot.above),
	}));
	const counts = new Map<string, number>();
	for (const word of read.flatMap(({ words }) => [...words])) {
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	const weigh = (words: Set<string>): number =>
		[...words].reduce((sum, word) => sum + Math.log(1 + spots.length / (counts.get(word) ?? 1)), 0);
	const getLikeness = (a: Set<string>, b: Set<string>): number =>
		(2 * weigh(a.intersection(b))) / (weigh(a) + weigh(b) || 1);

	return (fact) => {
		const place = listWords(fact.section);
		// "Python: schemas are …" names the section, which says nothing about the place in it.
		const words = listWords(fact.text).difference(place);
		return read.map(({ spot, ...own }) => {
			const share = getShare(fact, spot.text);
			return (
				worth.own * share +
				worth.inside * (getShare(fact, `${spot.text} ${spot.inside}`) - share) +
				worth.above * (getShare(fact, `${spot.above} ${spot.text}`) - share) +
				worth.words * getLikeness(words, own.words) +
				worth.section * getLikeness(place, own.place)
			);
		});
	};
}

/** Returns whether all terms of a fact are in a text. */
export function hasTerms(fact: Fact, text: string): boolean {
	return getShare(fact, text) === 1;
}

function getShare({ terms }: Fact, text: string): number {
	const folded = text.replace(/\s+/g, ' ');
	return terms.filter((term) => term.test(folded)).length / terms.length;
}

/** Returns the words of a text by their beginnings: "optimise", "optimized" and "optimization" agree in it. */
export function listWords(text: string): Set<string> {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return new Set(words.map((word) => word.slice(0, 5)));
}
