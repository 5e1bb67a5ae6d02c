import {
	type Answer,
	cleanName,
	cleanText,
	isSameContent,
	type Item,
	type Review,
	type TextField,
} from './model.ts';

/** Everything that a reader can do to a review. */
export type Change =
	| { type: 'answer'; code: string; answer: Answer }
	| { type: 'write'; code: string; field: TextField; text: string }
	/** The answer holds for this revision of the rule, too. */
	| { type: 'confirm'; code: string; revision: number }
	| { type: 'add'; rules: readonly { id: string; revision: number }[] }
	| { type: 'leave out'; codes: readonly string[] }
	| { type: 'hold against'; release: string }
	| { type: 'rename'; name: string };

/** A rule in a review of which nothing was said yet. */
export function makeItem(revision: number): Item {
	return { revision, answer: 'open', reason: '', evidence: '', note: '', edits: {} };
}

/** Returns the review after a change. A change that changes nothing returns the same review. */
export function applyChange(review: Review, change: Change, copy: string): Review {
	switch (change.type) {
		case 'answer':
			return editItem(review, change.code, { answer: change.answer }, copy);
		case 'write':
			return editItem(review, change.code, { [change.field]: cleanText(change.text) }, copy);
		case 'confirm':
			return editItem(review, change.code, { revision: change.revision }, copy);
		case 'add': {
			const added = change.rules.filter(({ id }) => !review.items[id]);
			if (added.length === 0) return review;
			const items = added.map(({ id, revision }) => [id, makeItem(revision)]);
			const codes = new Set(added.map(({ id }) => id));
			return {
				...review,
				leftOut: review.leftOut.filter((code) => !codes.has(code)),
				items: { ...review.items, ...(Object.fromEntries(items) as Review['items']) },
			};
		}
		case 'leave out': {
			const codes = new Set([
				...review.leftOut,
				...change.codes.filter((code) => !review.items[code]),
			]);
			if (codes.size === review.leftOut.length) return review;
			return { ...review, leftOut: [...codes].sort() };
		}
		case 'hold against':
			return change.release === review.release ? review : { ...review, release: change.release };
		case 'rename': {
			const name = cleanName(change.name);
			return name === '' || name === review.name ? review : { ...review, name };
		}
	}
}

function editItem(review: Review, code: string, content: Partial<Item>, copy: string): Review {
	const item = review.items[code];
	if (!item) return review;
	const next = { ...item, ...content };
	if (isSameContent(item, next)) return review;
	const edits = { ...item.edits, [copy]: (item.edits[copy] ?? 0) + 1 };
	return { ...review, items: { ...review.items, [code]: { ...next, edits } } };
}

/** What a change did, so that it can be undone in whatever the review has become since. */
export interface Step {
	/** Items before and after, by code; undefined for one that was not there. */
	items: Record<string, { before: Item | undefined; after: Item | undefined }>;
	before: Omit<Review, 'items'>;
	after: Omit<Review, 'items'>;
}

/** Returns the step from one state of a review to a later one; undefined where they are the same. */
export function getStep(before: Review, after: Review): Step | undefined {
	if (before === after) return undefined;
	const codes = new Set([...Object.keys(before.items), ...Object.keys(after.items)]);
	const changed = [...codes].filter((code) => before.items[code] !== after.items[code]);
	return {
		items: Object.fromEntries(
			changed.map((code) => [code, { before: before.items[code], after: after.items[code] }]),
		),
		before: withoutItems(before),
		after: withoutItems(after),
	};
}

function withoutItems({
	id,
	name,
	created,
	release,
	scope,
	leftOut,
}: Review): Omit<Review, 'items'> {
	return { id, name, created, release, scope, leftOut };
}

/**
 * Undoes a step. What was changed since, here or in another tab, stays: only values that are still those
 * that the step left are put back. An undo is an edit, for copies that have seen the step.
 */
export function undoStep(review: Review, step: Step, copy: string): Review {
	const items = { ...review.items };
	for (const [code, { before, after }] of Object.entries(step.items)) {
		const now = items[code];
		if (!now || !after || !isSameContent(now, after)) continue;
		if (!before) {
			// Removed by key: a rule that was added is gone again.
			// eslint-disable-next-line @typescript-eslint/no-dynamic-delete
			delete items[code];
			continue;
		}
		items[code] = {
			...before,
			edits: { ...now.edits, [copy]: (now.edits[copy] ?? 0) + 1 },
		};
	}
	const rest = Object.fromEntries(
		(['name', 'release', 'leftOut'] as const)
			.filter((key) => String(review[key]) === String(step.after[key]))
			.map((key) => [key, step.before[key]]),
	);
	return { ...review, ...rest, items };
}
