import { stemmer } from 'stemmer';

/**
 * English words that say little about a subject, wherever they stand. They are looked up, but a query is not
 * unanswered for want of one.
 */
const commonWords = new Set(
	`ability able above across actually add after again against ago allow already always amount around ask asked
	away back bad based because before begin behind best better between big bit bring build call came case certain
	change check choose clear come comes common correct course day days deal decide difference different done down
	during early easy either else end enough even ever exactly example explain few find fine first fix full general
	gone good great guide happen happened happens hard help high hold hour idea important instead job kind knew know
	known large last late later least leave left less list little live long look looking lot low main maybe mean
	means meanwhile middle minute moment month more most move near never new next nice note number often old once
	online part people person place plan point possible problem proper properly put question quick quickly quite
	rather read ready real really reason right routine run running safe safely say saw second see seem seen sense
	set show showing shown side simple simply since small soon sort start stay step stop stuff suddenly sure take
	taken takes talk tell text think time times today together told took top track tried true try turn two type
	under until used useful user users usually way ways week well went whole word work works worry worse worst write
	wrong year yesterday yet`.split(/\s+/),
);

/** Returns whether a folded word says little about a subject. */
export function isCommon(word: string): boolean {
	return commonWords.has(word);
}

/** English words that carry no subject. A query of nothing else is taken as it is. */
const stopWords = new Set(
	`a about all also am an and any anybody anyone are as at be been being but by can could did do does doing
	dont done each else every for from get gets getting give go goes going got had has have having he her here
	his how i if in into is it its itself just keep keeps let lets like make makes many may me might much must
	my need needs no nobody not now of off on one ones only or other others our out over own per please really
	same shall she should so some somebody someone something still such than that the their them then there
	these they thing things this those to too up us use used uses using very want wants was way we were what
	when where whether which while who whom why will with without would you your`.split(/\s+/),
);

/** British endings, as the site spells them. */
const spellings: [RegExp, string][] = [
	[/is(e|ed|es|er|ers|ing|ation|ations|able)$/, 'iz$1'],
	[/ys(e|ed|es|er|ers|ing)$/, 'yz$1'],
	[/([a-z]{3})our(s|ed|ing|al|ally)?$/, '$1or$2'],
	[/(at|et|it|o|e)l(led|ling|ler|lers)$/, '$1$2'],
];

const accents = /\p{M}/gu;

/** Marks of possession and apostrophes are no letters of a word: "customers' data", "don't". */
const possession = /['’]s?(?![\p{L}\p{N}])|['’](?=[\p{L}\p{N}])/gu;

/** Letters, digits and signs of English: nothing has to be folded but capitals. */
const plain = /^[\x20-\x7e]*$/;

/** Returns text in lower case, without accents and possessive marks. */
export function fold(text: string): string {
	const letters = plain.test(text) ? text : text.normalize('NFKD').replace(accents, '');
	return letters.replace(possession, '').toLowerCase();
}

/**
 * Returns texts with their words folded and one blank between them, one line each. Single letters and digits
 * are one word with what stands on the other side of a sign: "N+1" is "n1", "C/S" is "cs".
 */
export function normalizeLines(texts: string[]): string {
	// Signs beyond ASCII go first; then what is beyond it is a letter, and all lines are done at once.
	return texts
		.map((text) => (plain.test(text) ? text : fold(text).replace(beyond, ' ')))
		.join('\n')
		.toLowerCase()
		.replace(/'s?(?![a-z0-9])|'(?=[a-z0-9])/g, '')
		.replace(/\b([a-z0-9])[^a-z0-9\s\x80-\uffff](?=[a-z0-9])/g, '$1')
		.replace(/([a-z0-9])[^a-z0-9\s\x80-\uffff]([a-z0-9])\b/g, '$1$2')
		.replace(/[^a-z0-9\n\x80-\uffff]+/g, ' ')
		.replace(/^ | $/gm, '');
}

const beyond = /[^\p{L}\p{N}\x20-\x7e]+/gu;

/** Returns the words of a text, folded. */
export function splitWords(text: string): string[] {
	return normalizeLines([text]).split(/\s+/).filter(Boolean);
}

/** Returns the words of a text that say what it is about; all words where there is none. */
export function splitContent(text: string): string[] {
	return dropStopWords(splitWords(text));
}

function dropStopWords(words: string[]): string[] {
	const content = words.filter((word) => !stopWords.has(word));
	return content.length > 0 ? content : words;
}

const stems = new Map<string, string>();

/** Returns the stem of a folded word (Porter, 1980), the same for British and American spelling. */
export function stem(word: string): string {
	let known = stems.get(word);
	if (known === undefined) {
		known = stemmer(
			word.length < 6 ? word : spellings.reduce((text, [from, to]) => text.replace(from, to), word),
		);
		stems.set(word, known);
	}
	return known;
}

/**
 * Returns the key of a name by its words: equal for names that differ in case, accents, hyphens, spaces, endings,
 * and words that carry no subject. "Rate-limiting", "rate limits" and "ratelimit" have one.
 */
export function toNameKey(words: string[]): string {
	return dropStopWords(words).map(stem).join('');
}

/**
 * Returns how many letters have to be put in, left out, replaced, or swapped with their neighbor to turn one
 * word into the other: Damerau's distance in the form of optimal string alignment.
 */
export function getDistance(a: string, b: string): number {
	let [before, row]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const isSame = a[i - 1] === b[j - 1];
			let cost = Math.min(
				(next[j - 1] ?? 0) + 1,
				(row?.[j] ?? 0) + 1,
				(row?.[j - 1] ?? 0) + (isSame ? 0 : 1),
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, (before?.[j - 2] ?? 0) + 1);
			}
			next.push(cost);
		}
		[before, row] = [row ?? [], next];
	}
	return row?.[b.length] ?? 0;
}
