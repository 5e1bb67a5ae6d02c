import type { Draft, DraftHeading, Extraction } from '../extract/draft.ts';
import type { RecordedStatements } from '../model.ts';
import { makeHeadingSlug, makeSlug } from '../read/slug.ts';
import { matchRecorded } from './match.ts';

export interface Anchors {
	statements: Map<Draft, string>;
	headings: Map<DraftHeading, string>;
}

/**
 * Gives every statement and heading of a document a fragment that is unique in it.
 *
 * A statement's anchor comes from its own words alone, so text around it and the order of items do
 * not matter. A statement that the ledger knows keeps the recorded anchor, also when its wording
 * changed slightly. Headings get the fragment that GitHub would give them.
 */
export function assignAnchors(extraction: Extraction, recorded: RecordedStatements): Anchors {
	const statements = matchRecorded(extraction.drafts, recorded);
	const take = makeTaker(new Set([...Object.keys(recorded), ...statements.values()]));
	for (const draft of orderTwins(extraction.drafts)) {
		if (statements.has(draft)) continue;
		statements.set(draft, take(makeAnchor(draft.text)));
	}
	const headings = new Map(
		extraction.headings.map((heading) => [
			heading,
			take(avoidReserved(makeHeadingSlug(heading.text))),
		]),
	);
	return { statements, headings };
}

/** Five words to be read by people, and a hash that tells statements with equal beginnings apart. */
export function makeAnchor(text: string): string {
	const words = makeSlug(text).split('-').slice(0, 5).join('-').slice(0, 48);
	return `s-${[words, hash(text)].filter(Boolean).join('-')}`;
}

/** Statements with the same words are numbered by their headings, so that moving one changes nothing. */
function orderTwins(drafts: Draft[]): Draft[] {
	return drafts
		.map((draft, i) => ({ draft, i, path: formatPath(draft) }))
		.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.i - b.i))
		.map(({ draft }) => draft);
}

/** The headings of a statement as the ledger records them. */
export function formatPath(draft: Draft): string {
	return draft.headings.map((heading) => heading.text).join(' > ');
}

/** Gives each anchor once: a second taker of the same one gets a number. */
function makeTaker(taken: Set<string>): (wanted: string) => string {
	const numbers = new Map<string, number>();
	return (wanted) => {
		let anchor = wanted;
		let number = numbers.get(wanted) ?? 1;
		while (taken.has(anchor)) anchor = `${wanted}-${++number}`;
		numbers.set(wanted, number);
		taken.add(anchor);
		return anchor;
	};
}

/** Ids that the page around the document uses: `_top`, `starlight__sidebar`. */
function avoidReserved(slug: string): string {
	return /^(_|starlight__|pl-)/.test(slug) ? `h-${slug}` : slug;
}

/**
 * FNV-1a (32 bit) of the folded, lower-case text, in four base-36 digits. It only tells apart
 * statements of one document that begin with the same five words.
 */
function hash(text: string): string {
	let value = 0x811c9dc5;
	for (const character of text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()) {
		value ^= character.codePointAt(0) ?? 0;
		value = Math.imul(value, 0x01000193) >>> 0;
	}
	return (value % 36 ** 4).toString(36).padStart(4, '0');
}
