import { getBase } from './base.ts';

/** The part of `Storage` that is used; a test hands in its own. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Returns the part of the browser's storage that is this site's own. Sites of one host share their storage: two
 * that are published under paths must not take each other's reviews. Throws where storage is disabled.
 */
export function getShelf(): Shelf {
	return makeShelf(localStorage, getBase());
}

/** Returns the site's own part of the storage; undefined where storage is disabled. */
export function findShelf(): Shelf | undefined {
	try {
		return getShelf();
	} catch {
		return undefined;
	}
}

/** Returns the part of a storage whose keys begin with a base; at the root, the storage as it is. */
export function makeShelf(storage: Shelf, base: string): Shelf {
	if (base === '') return storage;
	const prefix = getPrefix(base);
	return {
		getItem: (key) => storage.getItem(prefix + key),
		setItem: (key, text) => {
			storage.setItem(prefix + key, text);
		},
		removeItem: (key) => {
			storage.removeItem(prefix + key);
		},
		key: (index) => getOwnKey(storage.key(index), base),
		get length() {
			return storage.length;
		},
	};
}

/** Returns a key of the browser's storage as the site knows it; "" for one that belongs to others. */
export function getOwnKey(key: string | null, base: string = getBase()): string | null {
	if (base === '' || key === null) return key;
	const prefix = getPrefix(base);
	return key.startsWith(prefix) ? key.slice(prefix.length) : '';
}

function getPrefix(base: string): string {
	return `${base}/:`;
}
