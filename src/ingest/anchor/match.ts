import type { Draft } from '../extract/draft.ts';
import type { RecordedStatements } from '../model.ts';
import { formatPath } from './anchors.ts';

/** Share of words two wordings have in common (Dice) from which they are one statement. */
const similar = 0.6;
/** Under the same headings a little less is enough. */
const similarInPlace = 0.45;

interface Candidate {
	anchor: string;
	text: string;
	path: string;
	words: Set<string>;
}

/**
 * Returns the recorded anchors of statements that are already known: first those whose text and
 * headings are the same, then those whose text is the same, then the most alike of the rest. Each
 * recorded anchor is given once.
 */
export function matchRecorded(drafts: Draft[], recorded: RecordedStatements): Map<Draft, string> {
	const matched = new Map<Draft, string>();
	const open = new Map(
		Object.entries(recorded).map(([anchor, { text, path }]) => [
			anchor,
			{ anchor, text, path, words: wordsOf(text) },
		]),
	);
	if (open.size === 0) return matched;

	const give = (draft: Draft, anchor: string): void => {
		matched.set(draft, anchor);
		open.delete(anchor);
	};
	matchExact(drafts, open, give, (text, path) => `${path}\n${text}`);
	matchExact(
		drafts.filter((draft) => !matched.has(draft)),
		open,
		give,
		(text) => text,
	);
	matchSimilar(
		drafts.filter((draft) => !matched.has(draft)),
		[...open.values()],
		give,
	);
	return matched;
}

function matchExact(
	drafts: Draft[],
	open: Map<string, Candidate>,
	give: (draft: Draft, anchor: string) => void,
	keyOf: (text: string, path: string) => string,
): void {
	const byKey = Map.groupBy(open.values(), ({ text, path }) => keyOf(text, path));
	for (const draft of drafts) {
		const candidate = byKey.get(keyOf(draft.text, formatPath(draft)))?.shift();
		if (candidate) give(draft, candidate.anchor);
	}
}

/** The most alike pairs first, so that a reworded statement does not take a better match's anchor. */
function matchSimilar(
	drafts: Draft[],
	open: Candidate[],
	give: (draft: Draft, anchor: string) => void,
): void {
	const pairs = drafts.flatMap((draft) => {
		const words = wordsOf(draft.text);
		const path = formatPath(draft);
		return open.map((candidate) => ({
			draft,
			candidate,
			likeness: getLikeness(words, candidate.words),
			least: path === candidate.path ? similarInPlace : similar,
		}));
	});
	const given = new Set<Draft | Candidate>();
	const alike = pairs.filter(({ likeness, least }) => likeness >= least);
	for (const { draft, candidate } of alike.sort((a, b) => b.likeness - a.likeness)) {
		if (given.has(draft) || given.has(candidate)) continue;
		given.add(draft).add(candidate);
		give(draft, candidate.anchor);
	}
}

/** Dice coefficient of two sets of words: 0 for nothing in common, 1 for the same words. */
export function getLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	if (a.size + b.size === 0) return 1;
	const common = [...a].filter((word) => b.has(word)).length;
	return (2 * common) / (a.size + b.size);
}

export function wordsOf(text: string): Set<string> {
	return new Set(
		text
			.normalize('NFKC')
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? [],
	);
}
