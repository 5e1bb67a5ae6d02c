import {
	type Answer,
	cleanName,
	cleanText,
	isBlank,
	isSameContent,
	type Item,
	type ItemContent,
	type Review,
	type TextField,
} from './model.ts';

/** Everything that a reader can do to a review. */
export type Change =
	/** `revision` is the one that the reader saw, where it is not the item's. */
	| { type: 'answer'; code: string; answer: Answer; revision?: number }
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
		case 'answer': {
			const { code, answer } = change;
			const item = review.items[code];
			if (!item || item.answer === answer) return review;
			const revision = change.revision ?? item.revision;
			return editItem(review, code, { answer, revision }, copy);
		}
		case 'write':
			return editItem(review, change.code, { [change.field]: cleanText(change.text) }, copy);
		case 'confirm':
			return editItem(review, change.code, { revision: change.revision }, copy);
		case 'add':
			return addRules(review, change.rules);
		case 'leave out': {
			const added = change.codes.filter((code) => !review.items[code]);
			const codes = new Set([...review.leftOut, ...added]);
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

function editItem(
	review: Review,
	code: string,
	content: Partial<ItemContent>,
	copy: string,
): Review {
	const item = review.items[code];
	if (!item) return review;
	const next = { ...item, ...content };
	if (isSameContent(item, next)) return review;
	return withItem(review, code, { ...next, edits: countEdit(item, copy) });
}

function addRules(review: Review, rules: readonly { id: string; revision: number }[]): Review {
	const added = rules.filter(({ id }) => !review.items[id]);
	if (added.length === 0) return review;
	const codes = new Set(added.map(({ id }) => id));
	const items = added.map(({ id, revision }): [string, Item] => [id, makeItem(revision)]);
	return {
		...review,
		leftOut: review.leftOut.filter((code) => !codes.has(code)),
		items: { ...review.items, ...Object.fromEntries(items) },
	};
}

/** Returns the edits of an item after one more by a copy. */
export function countEdit({ edits }: Pick<Item, 'edits'>, copy: string): Item['edits'] {
	return { ...edits, [copy]: (edits[copy] ?? 0) + 1 };
}

function withItem(review: Review, code: string, item: Item): Review {
	return { ...review, items: { ...review.items, [code]: item } };
}

/** A value before and after. */
interface Edit {
	before: unknown;
	after: unknown;
}

/** What a change did, value by value, so that it can be undone in whatever the review has become since. */
export interface Step {
	/** By code: what it said anew; undefined for a rule that was added. */
	items: Record<string, Record<string, Edit> | undefined>;
	/** Name, release and what was left out. */
	head: Record<string, Edit>;
}

const itemFields = ['revision', 'answer', 'reason', 'evidence', 'note'] as const;
const headFields = ['name', 'release', 'leftOut'] as const;

/** Returns the step from one state of a review to a later one; undefined where they say the same. */
export function getStep(before: Review, after: Review): Step | undefined {
	const changed = Object.entries(after.items).flatMap(
		([code, item]): [string, Step['items'][string]][] => {
			const was = before.items[code];
			if (!was) return [[code, undefined]];
			return isSameContent(was, item) ? [] : [[code, getEdits(was, item, itemFields)]];
		},
	);
	const head = getEdits(before, after, headFields);
	if (changed.length + Object.keys(head).length === 0) return undefined;
	return { items: Object.fromEntries(changed), head };
}

function getEdits<Field extends string>(
	before: Record<Field, unknown>,
	after: Record<Field, unknown>,
	fields: readonly Field[],
): Record<string, Edit> {
	const changed = fields.filter((field) => !isSame(before[field], after[field]));
	return Object.fromEntries(
		changed.map((field) => [field, { before: before[field], after: after[field] }]),
	);
}

/** Values are texts, numbers and lists of codes. */
function isSame(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Returns one step for two that follow each other and wrote the same single value, as letters that are
 * typed do; undefined for any others.
 */
export function joinSteps(first: Step, second: Step): Step | undefined {
	const [a, b] = [getOnlyEdit(first), getOnlyEdit(second)];
	if (!a || a.path !== b?.path || !isSame(a.edit.after, b.edit.before)) return undefined;
	const edit = { before: a.edit.before, after: b.edit.after };
	return a.code === undefined
		? { items: {}, head: { [a.field]: edit } }
		: { items: { [a.code]: { [a.field]: edit } }, head: {} };
}

function getOnlyEdit(
	step: Step,
): { path: string; code: string | undefined; field: string; edit: Edit } | undefined {
	const edits = [
		...Object.entries(step.head).map(([field, edit]) => ({ code: undefined, field, edit })),
		...Object.entries(step.items).flatMap(([code, fields]) =>
			Object.entries(fields ?? {}).map(([field, edit]) => ({ code, field, edit })),
		),
	];
	const [only] = edits;
	const isTyped =
		only && edits.length === 1 && only.field !== 'answer' && only.field !== 'revision';
	return isTyped ? { ...only, path: `${only.code ?? ''} ${only.field}` } : undefined;
}

/**
 * Undoes a step. What was changed since, here or in another tab, stays: only values that are still those
 * that the step left are put back. An undo is an edit, for copies that have seen the step. Returns the
 * same review where nothing was left to undo.
 */
export function undoStep(review: Review, step: Step, copy: string): Review {
	let next = restore(review, step.head);
	for (const [code, edits] of Object.entries(step.items)) {
		const item = next.items[code];
		if (!item) continue;
		if (edits) {
			const restored = restore(item, edits);
			if (restored !== item) {
				next = withItem(next, code, { ...restored, edits: countEdit(item, copy) });
			}
		} else if (isBlank(item)) {
			const others = Object.entries(next.items).filter(([other]) => other !== code);
			next = { ...next, items: Object.fromEntries(others) };
		}
	}
	return next;
}

function restore<Subject extends object>(subject: Subject, edits: Record<string, Edit>): Subject {
	const values = subject as Record<string, unknown>;
	const back = Object.entries(edits).filter(([field, { after }]) => isSame(values[field], after));
	if (back.length === 0) return subject;
	return { ...subject, ...Object.fromEntries(back.map(([field, { before }]) => [field, before])) };
}
