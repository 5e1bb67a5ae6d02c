import { countEdit } from './change.ts';
import { isBlank, isSameContent, type Item, type Review } from './model.ts';

/** A rule of which two copies say different things, and neither knew the other's answer. */
export interface Conflict {
	code: string;
	mine: Item;
	theirs: Item;
}

export interface Merge {
	/** Has my side of each conflict. */
	review: Review;
	conflicts: Conflict[];
	/** Codes whose answer was taken over. */
	taken: string[];
}

/**
 * Merges another copy of a review into mine. The edits of an item are a version vector (Parker et al.,
 * 1983): where one copy has seen all edits of the other, the later one holds; where neither has, and
 * they say different things, it is a conflict, and a person decides. Name, scope and release are mine.
 */
export function mergeReviews(mine: Review, theirs: Review): Merge {
	const conflicts: Conflict[] = [];
	const taken: string[] = [];
	const items: Record<string, Item> = { ...mine.items };
	for (const [code, their] of Object.entries(theirs.items)) {
		const my = mine.items[code];
		const merged = my ? mergeItem(my, their) : their;
		if (merged === undefined) {
			if (my) conflicts.push({ code, mine: my, theirs: their });
			continue;
		}
		items[code] = merged;
		if (!my || !isSameContent(my, merged)) taken.push(code);
	}
	const leftOut = new Set([...mine.leftOut, ...theirs.leftOut].filter((code) => !items[code]));
	return { review: { ...mine, leftOut: [...leftOut].sort(), items }, conflicts, taken };
}

/** Returns the item that holds; undefined for a conflict. */
function mergeItem(my: Item, their: Item): Item | undefined {
	const edits = joinEdits(my, their);
	if (isSameContent(my, their)) return { ...my, edits };
	const seen = { mine: hasSeen(my, their), theirs: hasSeen(their, my) };
	if (seen.mine !== seen.theirs) return seen.mine ? my : their;
	// Both changed it: nothing said is no opinion. Equal edits with other words were edited by hand.
	if (isBlank(my) !== isBlank(their) && !seen.mine) {
		return { ...(isBlank(my) ? their : my), edits };
	}
	return undefined;
}

/** Whether an item was made in the knowledge of all edits of another. */
function hasSeen(item: Item, other: Item): boolean {
	return Object.entries(other.edits).every(([copy, count]) => (item.edits[copy] ?? 0) >= count);
}

function joinEdits(a: Item, b: Item): Item['edits'] {
	const copies = new Set([...Object.keys(a.edits), ...Object.keys(b.edits)]);
	return Object.fromEntries(
		[...copies].map((copy) => [copy, Math.max(a.edits[copy] ?? 0, b.edits[copy] ?? 0)]),
	);
}

/** Returns the review with a person's decision in a conflict: an edit that has seen both sides. */
export function settleConflict(
	review: Review,
	{ code, mine, theirs }: Conflict,
	side: 'mine' | 'theirs',
	copy: string,
): Review {
	const edits = joinEdits(mine, theirs);
	const item: Item = {
		...(side === 'mine' ? mine : theirs),
		edits: countEdit({ edits }, copy),
	};
	return { ...review, items: { ...review.items, [code]: item } };
}
