import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { applyChange, getStep, makeItem, undoStep } from './change.ts';
import { compareReview } from './compare.ts';
import { mergeReviews, settleConflict } from './merge.ts';
import { cleanName, isSameContent, type Item, lacksReason, type Review } from './model.ts';
import { getProgress } from './progress.ts';
import { anyChange, anyReview, catalog, copies, makeCatalogRule } from './testing.ts';

/** What a review says, without who edited how often. */
function getContents(review: Review): unknown {
	const items = Object.entries(review.items).map(([code, item]) => {
		const { revision, answer, reason, evidence, note } = item;
		return [code, revision, answer, reason, evidence, note];
	});
	const { id, name, release, leftOut } = review;
	return { id, name, release, leftOut, items: items.sort() };
}

test('a name is one line with single spaces, also where a control character stood between two', () => {
	assert.equal(cleanName(' Checkout \n v2 '), 'Checkout v2');
	assert.equal(cleanName('! \u0000 !'), '! !');
});

function makeReview(change: Partial<Review> = {}): Review {
	return {
		id: 'abcdefghij',
		name: 'Checkout',
		created: '2026-11-21',
		release: '1.0.0',
		scope: [{ codes: ['SEC-001', 'API-001'] }],
		leftOut: [],
		items: { 'SEC-001': makeItem(1), 'API-001': makeItem(1) },
		...change,
	};
}

test('changes undone in their reverse order leave what was there', () => {
	fc.assert(
		fc.property(anyReview, fc.array(anyChange, { maxLength: 12 }), (review, changes) => {
			const steps = [];
			let now = review;
			for (const change of changes) {
				const next = applyChange(now, change, 'ann');
				steps.push(getStep(now, next));
				now = next;
			}
			for (const step of steps.reverse()) if (step) now = undoStep(now, step, 'ann');
			assert.deepEqual(getContents(now), getContents(review));
		}),
	);
});

test('an undo leaves what another tab changed since', () => {
	const before = makeReview();
	const after = applyChange(before, { type: 'answer', code: 'SEC-001', answer: 'met' }, 'ann');
	const step = getStep(before, after);
	assert.ok(step);
	const elsewhere = applyChange(after, { type: 'answer', code: 'API-001', answer: 'met' }, 'ann');
	const undone = undoStep(elsewhere, step, 'ann');
	assert.equal(undone.items['SEC-001']?.answer, 'open');
	assert.equal(undone.items['API-001']?.answer, 'met');
	const again = applyChange(after, { type: 'answer', code: 'SEC-001', answer: 'not met' }, 'ann');
	assert.equal(undoStep(again, step, 'ann').items['SEC-001']?.answer, 'not met');
});

test('a change that changes nothing is none', () => {
	const review = makeReview();
	assert.equal(applyChange(review, { type: 'rename', name: ' Checkout ' }, 'ann'), review);
	assert.equal(
		applyChange(review, { type: 'answer', code: 'SEC-001', answer: 'open' }, 'ann'),
		review,
	);
	assert.equal(
		applyChange(review, { type: 'answer', code: 'DB-001', answer: 'met' }, 'ann'),
		review,
	);
});

test('a review merged with itself is itself', () => {
	fc.assert(
		fc.property(anyReview, (review) => {
			const merge = mergeReviews(review, review);
			assert.deepEqual(merge.conflicts, []);
			assert.deepEqual(merge.taken, []);
			assert.deepEqual(getContents(merge.review), getContents(review));
		}),
	);
});

/** Two copies of one review, each changed by its own person. */
const anyCopies = fc.tuple(
	anyReview,
	fc.array(anyChange, { maxLength: 8 }),
	fc.array(anyChange, { maxLength: 8 }),
);

function applyAll(
	review: Review,
	changes: Parameters<typeof applyChange>[1][],
	copy: string,
): Review {
	return changes.reduce((now, change) => applyChange(now, change, copy), review);
}

test('both people see the same conflicts, and without them the same items', () => {
	fc.assert(
		fc.property(anyCopies, ([review, anns, bobs]) => {
			const ann = applyAll(review, anns, 'ann');
			const bob = applyAll(review, bobs, 'bob');
			const here = mergeReviews(ann, bob);
			const there = mergeReviews(bob, ann);
			assert.deepEqual(
				here.conflicts.map(({ code }) => code).sort(),
				there.conflicts.map(({ code }) => code).sort(),
			);
			const open = new Set(here.conflicts.map(({ code }) => code));
			for (const [code, item] of Object.entries(here.review.items)) {
				if (!open.has(code)) assert.deepEqual(there.review.items[code], item);
			}
		}),
	);
});

test('a merge loses no answer: each item is one of the two sides', () => {
	fc.assert(
		fc.property(anyCopies, ([review, anns, bobs]) => {
			const ann = applyAll(review, anns, 'ann');
			const bob = applyAll(review, bobs, 'bob');
			const { review: merged, conflicts } = mergeReviews(ann, bob);
			const codes = new Set([...Object.keys(ann.items), ...Object.keys(bob.items)]);
			assert.deepEqual(new Set(Object.keys(merged.items)), codes);
			for (const [code, item] of Object.entries(merged.items)) {
				const sides = [ann.items[code], bob.items[code]].filter((each) => each !== undefined);
				assert.ok(sides.some((side) => isSameContent(side, item)));
				// An answer that only one of them gave is never lost.
				const changed = sides.filter((side) => !isSameOrMissing(review.items[code], side));
				if (changed.length === 1 && !conflicts.some((each) => each.code === code)) {
					assert.ok(changed[0] && isSameContent(changed[0], item));
				}
			}
		}),
	);
});

function isSameOrMissing(before: Item | undefined, item: Item): boolean {
	return before !== undefined && isSameContent(before, item);
}

test('a settled conflict is settled for the other copy, too', () => {
	fc.assert(
		fc.property(anyCopies, fc.boolean(), ([review, anns, bobs], isMine) => {
			const ann = applyAll(review, anns, 'ann');
			const bob = applyAll(review, bobs, 'bob');
			const merge = mergeReviews(ann, bob);
			const side = isMine ? 'mine' : 'theirs';
			const settled = merge.conflicts.reduce(
				(now, conflict) => settleConflict(now, conflict, side, 'ann'),
				merge.review,
			);
			assert.deepEqual(mergeReviews(settled, bob).conflicts, []);
			const back = mergeReviews(bob, settled);
			assert.deepEqual(back.conflicts, []);
			assert.deepEqual(back.review.items, settled.items);
		}),
	);
});

test('copies that go around end in the same state', () => {
	fc.assert(
		fc.property(
			anyReview,
			fc.array(fc.tuple(fc.constantFrom(...copies), anyChange), { maxLength: 12 }),
			(review, edits) => {
				// Each edits in turn, on what the one before handed over.
				const last = edits.reduce((now, [copy, change]) => applyChange(now, change, copy), review);
				for (const [i] of edits.entries()) {
					const early = edits
						.slice(0, i)
						.reduce((now, [copy, change]) => applyChange(now, change, copy), review);
					const merge = mergeReviews(early, last);
					assert.deepEqual(merge.conflicts, []);
					assert.deepEqual(merge.review.items, last.items);
				}
			},
		),
	);
});

test('two answers that did not know each other are a conflict', () => {
	const base = makeReview();
	const ann = applyChange(base, { type: 'answer', code: 'SEC-001', answer: 'met' }, 'ann');
	const bob = applyChange(base, { type: 'answer', code: 'SEC-001', answer: 'not met' }, 'bob');
	assert.deepEqual(
		mergeReviews(ann, bob).conflicts.map(({ code }) => code),
		['SEC-001'],
	);
});

test('progress counts by level and topic, and misses reasons', () => {
	let review = makeReview();
	review = applyChange(review, { type: 'answer', code: 'SEC-001', answer: 'not met' }, 'ann');
	const { all, byLevel, byTopic } = getProgress(review, catalog);
	assert.deepEqual(all, {
		open: 1,
		met: 0,
		'not met': 1,
		'not applicable': 0,
		total: 2,
		lacking: 1,
	});
	assert.deepEqual(
		byTopic.map(({ name, counts }) => [name, counts.total]),
		[
			['API design', 1],
			['Security', 1],
		],
	);
	assert.equal(
		byLevel.reduce((sum, { counts }) => sum + counts.total, 0),
		2,
	);
	assert.equal(lacksReason({ ...makeItem(1), answer: 'not applicable', reason: 'x' }), false);
});

test('a newer release shows what is new, changed, withdrawn, and unknown', () => {
	const review = makeReview({
		scope: [{ topics: ['security'] }],
		leftOut: ['SEC-009'],
		items: {
			'SEC-001': { ...makeItem(1), answer: 'met' },
			'SEC-002': makeItem(1),
			'SEC-003': makeItem(4),
			'OLD-001': makeItem(1),
		},
	});
	const change = { class: 'stricter' as const, note: 'Now also X.' };
	const newer = {
		...catalog,
		rules: [
			makeCatalogRule({
				id: 'SEC-001',
				revision: 2,
				past: [{ revision: 1, statement: 'It MUST be as before.', change }],
			}),
			makeCatalogRule({
				id: 'SEC-002',
				withdrawn: { date: '2026-12-01', reason: 'Merged.', successors: ['SEC-001'] },
			}),
			makeCatalogRule({ id: 'SEC-003' }),
			makeCatalogRule({ id: 'SEC-009' }),
			makeCatalogRule({ id: 'SEC-010' }),
			makeCatalogRule({ id: 'API-001', topic: 'api' }),
		],
	};
	const found = compareReview(review, newer);
	assert.deepEqual(
		found.added.map(({ id }) => id),
		['SEC-010'],
	);
	assert.deepEqual(
		found.changed.map(({ rule, before, changes }) => [rule.id, before, changes]),
		[['SEC-001', 'It MUST be as before.', [change]]],
	);
	assert.deepEqual(
		found.withdrawn.map(({ id }) => id),
		['SEC-002'],
	);
	assert.deepEqual(found.unknown, ['OLD-001']);
	assert.deepEqual(found.ahead, ['SEC-003']);
});
