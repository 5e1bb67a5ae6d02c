import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { applyChange, makeItem } from '../../review/change.ts';
import type { Review } from '../../review/model.ts';
import { anyChange, anyReview } from '../../review/testing.ts';
import { Session } from './session.ts';
import type { Shelf } from '../shelf.ts';
import { ReviewStore } from './store.ts';

/** Storage in memory that takes so many characters. */
function makeShelf(room = Infinity): Shelf & { room: number; items: Map<string, string> } {
	const items = new Map<string, string>();
	return {
		room,
		items,
		get length() {
			return items.size;
		},
		key: (i) => [...items.keys()][i] ?? null,
		getItem: (key) => items.get(key) ?? null,
		setItem(key, value) {
			const used = [...items].reduce((sum, [name, text]) => {
				return name === key ? sum : sum + name.length + text.length;
			}, 0);
			if (used + key.length + value.length > this.room) {
				throw new DOMException('full', 'QuotaExceededError');
			}
			items.set(key, value);
		},
		removeItem: (key) => {
			items.delete(key);
		},
	};
}

let count = 0;

function makeStore(shelf: Shelf | undefined): ReviewStore {
	return new ReviewStore(shelf, () => `id${String(count++).padStart(8, '0')}`);
}

const review: Review = {
	id: 'abcdefghij',
	name: 'Checkout',
	created: '2026-11-21',
	release: '1.0.0',
	scope: [{ codes: ['SEC-001', 'API-001'] }],
	leftOut: [],
	items: { 'API-001': makeItem(1), 'SEC-001': makeItem(1) },
};

test('a reload finds every change', () => {
	fc.assert(
		fc.property(anyReview, fc.array(anyChange, { maxLength: 8 }), (start, changes) => {
			const shelf = makeShelf();
			const session = new Session(makeStore(shelf), start);
			session.keep();
			for (const change of changes) {
				session.change(change);
				assert.deepEqual(makeStore(shelf).read(start.id)?.items, session.review.items);
			}
		}),
	);
});

test('two tabs that write in turn lose nothing', () => {
	const shelf = makeShelf();
	const [one, two] = [makeStore(shelf), makeStore(shelf)].map(
		(store) => new Session(store, review),
	) as [Session, Session];
	one.keep();
	one.change({ type: 'answer', code: 'SEC-001', answer: 'met' });
	two.change({ type: 'answer', code: 'API-001', answer: 'not met' });
	one.change({ type: 'write', code: 'SEC-001', field: 'note', text: 'from one' });
	two.undo();
	const kept = makeStore(shelf).read(review.id);
	assert.equal(kept?.items['SEC-001']?.answer, 'met');
	assert.equal(kept.items['SEC-001'].note, 'from one');
	assert.equal(kept.items['API-001']?.answer, 'open');
});

test('two tabs that do not see each other yet write to different rules, and nothing is lost', () => {
	const shelf = makeShelf();
	makeStore(shelf).save(review);
	// What a tab reads may be older than what another one has written: each has a copy of its own.
	const stale = (): Shelf => {
		const before = new Map(shelf.items);
		return { ...shelf, length: before.size, getItem: (key) => before.get(key) ?? null };
	};
	const [one, two] = [stale(), stale()].map((view) => new Session(makeStore(view), review)) as [
		Session,
		Session,
	];
	one.change({ type: 'answer', code: 'SEC-001', answer: 'met' });
	two.change({ type: 'answer', code: 'API-001', answer: 'not met' });
	const kept = makeStore(shelf).read(review.id);
	assert.equal(kept?.items['SEC-001']?.answer, 'met');
	assert.equal(kept.items['API-001']?.answer, 'not met');
});

test('a deleted review is gone with all its keys, and comes back whole', () => {
	const shelf = makeShelf();
	const store = makeStore(shelf);
	store.save(review);
	store.save({ ...review, id: 'otherother' });
	store.remove(review.id);
	assert.ok(![...shelf.items.keys()].some((key) => key.includes(review.id)));
	assert.ok(store.read('otherother'));
	store.save(review);
	assert.deepEqual(makeStore(shelf).read(review.id), review);
});

test('full storage keeps the change in memory, harms no other, and is tried again', () => {
	const shelf = makeShelf();
	const store = makeStore(shelf);
	store.save({ ...review, id: 'otherother' });
	const session = new Session(store, review);
	shelf.room = 0;
	session.change({ type: 'answer', code: 'SEC-001', answer: 'met' });
	assert.equal(session.place, 'full');
	assert.ok(store.hasUnsaved());
	assert.equal(store.read(review.id)?.items['SEC-001']?.answer, 'met');
	assert.ok(makeStore(shelf).read('otherother'));
	shelf.room = Infinity;
	session.change({ type: 'answer', code: 'API-001', answer: 'met' });
	assert.equal(session.place, 'saved');
	assert.ok(!store.hasUnsaved());
	assert.equal(makeStore(shelf).read(review.id)?.items['SEC-001']?.answer, 'met');
});

test('storage that is off leaves a review that works in this tab', () => {
	const off = new Proxy(makeShelf(), {
		get() {
			throw new DOMException('no', 'SecurityError');
		},
	});
	for (const shelf of [undefined, off]) {
		const store = makeStore(shelf);
		const session = new Session(store, review);
		session.change({ type: 'answer', code: 'SEC-001', answer: 'met' });
		assert.equal(session.place, 'off');
		assert.deepEqual(
			store.list().reviews.map(({ id }) => id),
			[review.id],
		);
	}
});

test('what another version wrote, or is damaged, is said and left alone', () => {
	const shelf = makeShelf();
	shelf.items.set('plumbline.review.2.abcdefghij', '{"new":true}');
	shelf.items.set('plumbline.review.1.damaged123', '{"version":1,"na');
	shelf.items.set('somebody.else', 'x');
	const before = [...shelf.items];
	const store = makeStore(shelf);
	store.save(review);
	const { reviews, unreadable } = store.list();
	assert.deepEqual(
		reviews.map(({ id }) => id),
		[review.id],
	);
	assert.deepEqual(
		unreadable.map(({ key }) => key),
		['plumbline.review.1.damaged123', 'plumbline.review.2.abcdefghij'],
	);
	for (const [key, text] of before) assert.equal(shelf.items.get(key), text);
});

test('one damaged answer takes no other with it, and stays as it is', () => {
	const shelf = makeShelf();
	const store = makeStore(shelf);
	store.save(review);
	shelf.items.set(`plumbline.review.1.${review.id}.SEC-001`, '{"answer":');
	const { reviews, unreadable } = store.list();
	assert.deepEqual(Object.keys(reviews[0]?.items ?? {}), ['API-001']);
	assert.match(unreadable[0]?.text ?? '', /SEC-001/);
	new Session(store, reviews[0] ?? review).change({
		type: 'answer',
		code: 'API-001',
		answer: 'met',
	});
	assert.equal(shelf.items.get(`plumbline.review.1.${review.id}.SEC-001`), '{"answer":');
});

test('a link that is open in two tabs loses neither tab’s answers', () => {
	const shelf = makeShelf();
	const [one, two] = [0, 1].map(() => new Session(makeStore(shelf), review, 'link')) as [
		Session,
		Session,
	];
	two.change({ type: 'answer', code: 'API-001', answer: 'met' });
	one.change({ type: 'answer', code: 'SEC-001', answer: 'not met' });
	const kept = makeStore(shelf).read(review.id);
	assert.equal(kept?.items['API-001']?.answer, 'met');
	assert.equal(kept.items['SEC-001']?.answer, 'not met');
});

test('a review that was deleted in another tab says so, and can be kept', () => {
	const shelf = makeShelf();
	const store = makeStore(shelf);
	store.save(review);
	const session = new Session(makeStore(shelf), review);
	store.remove(review.id);
	session.refresh();
	assert.equal(session.place, 'deleted');
	session.keep();
	assert.equal(session.place, 'saved');
	assert.ok(store.read(review.id));
});

test('a rule that was added while storage refused is gone with its undo', () => {
	const shelf = makeShelf();
	const store = makeStore(shelf);
	store.save(review);
	const session = new Session(store, review);
	shelf.room = 0;
	session.change({ type: 'add', rules: [{ id: 'DB-007', revision: 1 }] });
	session.undo();
	shelf.room = Infinity;
	session.change({ type: 'answer', code: 'SEC-001', answer: 'met' });
	assert.equal(store.read(review.id)?.items['DB-007'], undefined);
});

test('an undo takes back one value, and what another tab wrote stays', () => {
	const shelf = makeShelf();
	makeStore(shelf).save(review);
	const [one, two] = [0, 1].map(() => new Session(makeStore(shelf), review)) as [Session, Session];
	one.change({ type: 'write', code: 'SEC-001', field: 'note', text: 'a' });
	two.change({ type: 'answer', code: 'SEC-001', answer: 'met' });
	one.change({ type: 'write', code: 'SEC-001', field: 'note', text: 'ab' });
	one.undo();
	const item = makeStore(shelf).read(review.id)?.items['SEC-001'];
	assert.equal(item?.answer, 'met');
	assert.equal(item.note, '');
	assert.equal(one.undo(), false);
});

test('letters typed one after another are one step', () => {
	const session = new Session(makeStore(makeShelf()), review);
	for (const text of ['a', 'ab', 'abc']) {
		session.change({ type: 'write', code: 'SEC-001', field: 'note', text });
	}
	session.undo();
	assert.equal(session.review.items['SEC-001']?.note, '');
	assert.equal(session.canUndo, false);
});

test('a review from a link is not saved until it is changed or kept', () => {
	const shelf = makeShelf();
	const store = makeStore(shelf);
	const renamed = applyChange(review, { type: 'rename', name: 'X' }, 'a');
	const session = new Session(store, renamed, 'link');
	session.change({ type: 'rename', name: 'X' });
	assert.equal(store.read(review.id), undefined);
	session.change({ type: 'answer', code: 'SEC-001', answer: 'met' });
	assert.ok(store.read(review.id));
});
