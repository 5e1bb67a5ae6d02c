import assert from 'node:assert/strict';
import test from 'node:test';
import { getOwnKey, makeShelf, type Shelf } from './shelf.ts';

function makeStorage(items: Map<string, string>): Shelf {
	return {
		getItem: (key) => items.get(key) ?? null,
		setItem: (key, text) => void items.set(key, text),
		removeItem: (key) => void items.delete(key),
		key: (index) => [...items.keys()][index] ?? null,
		get length() {
			return items.size;
		},
	};
}

function listKeys(shelf: Shelf): string[] {
	return Array.from({ length: shelf.length }, (_, i) => shelf.key(i) ?? '').filter(Boolean);
}

test('sites of one host neither see nor take what the others keep', () => {
	const items = new Map<string, string>();
	const bases = ['', '/team', '/team/plumbline'];
	const shelves = bases.map((base) => makeShelf(makeStorage(items), base));
	for (const [i, shelf] of shelves.entries()) shelf.setItem('plumbline.cite', String(i));
	assert.equal(items.size, 3);
	assert.deepEqual(
		shelves.map((shelf) => shelf.getItem('plumbline.cite')),
		['0', '1', '2'],
	);
	for (const shelf of shelves.slice(1)) assert.deepEqual(listKeys(shelf), ['plumbline.cite']);
	shelves[1]?.removeItem('plumbline.cite');
	assert.equal(shelves[1]?.getItem('plumbline.cite'), null);
	assert.deepEqual(
		[...items.keys()].filter((key) => key.startsWith('plumbline.')),
		['plumbline.cite'],
	);
	assert.equal(shelves[2]?.getItem('plumbline.cite'), '2');
});

test('a change that another tab made is known by its own key', () => {
	const items = new Map<string, string>();
	makeShelf(makeStorage(items), '/team').setItem('plumbline.copy', 'a');
	const [key = ''] = items.keys();
	assert.equal(getOwnKey(key, '/team'), 'plumbline.copy');
	assert.equal(getOwnKey(key, '/other'), '');
	assert.equal(getOwnKey(null, '/team'), null);
	assert.equal(getOwnKey('plumbline.copy', ''), 'plumbline.copy');
});
