import { formatVersion, type Review } from '../../review/model.ts';
import {
	explainVersion,
	readItem,
	type ReadResult,
	readReview,
} from '../../review/formats/shape.ts';
import type { Shelf } from '../shelf.ts';

/** Where the last change of a review is: kept by the browser, or in this tab alone, and why. */
export type SaveState = 'saved' | 'full' | 'off';

/** Data under this site's keys that this version cannot read. It is left alone. */
export interface Unreadable {
	key: string;
	problem: string;
	/** As it is stored. */
	text: string;
}

const prefix = 'plumbline.review.';
const ownPrefix = `${prefix}${formatVersion}.`;
const copyKey = 'plumbline.copy';

/**
 * The reviews of this browser. Each has a key of its own, and so has each of its items: what one tab
 * writes never takes the place of what another tab writes for another rule, even in the same moment. What
 * storage refuses stays in memory and is tried again with the next change.
 */
export class ReviewStore {
	readonly #shelf: Shelf | undefined;
	/** Texts that storage refused, by key. */
	readonly #unsaved = new Map<string, string>();
	/** Name of this browser's copies; see the version vectors in `merge.ts`. */
	readonly copy: string;

	/** Without a shelf, as where storage is disabled, everything stays in memory. */
	constructor(shelf: Shelf | undefined, makeId: () => string) {
		this.#shelf = shelf;
		const known = this.#get(copyKey) ?? '';
		this.copy = /^[a-z0-9]{1,12}$/.test(known) ? known : makeId().slice(0, 6);
		if (this.copy === known) return;
		try {
			this.#shelf?.setItem(copyKey, this.copy);
		} catch {
			// The name holds for this tab alone: as good as a browser of its own.
		}
	}

	/** Returns the reviews by name, and what cannot be read, an entry for each review. */
	list(): { reviews: Review[]; unreadable: Unreadable[] } {
		const reviews: Review[] = [];
		const unreadable: Unreadable[] = [];
		const groups = Map.groupBy(this.#keys(prefix), (key) => key.split('.').slice(0, 4).join('.'));
		for (const [name, keys] of groups) {
			const result = this.#readGroup(name);
			if ('review' in result) reviews.push(result.review);
			const lost = keys.filter((key) => 'problem' in result || !this.#isReadable(key));
			if (lost.length === 0) continue;
			const problem = 'problem' in result ? result.problem : 'An answer in it is damaged.';
			const texts = Object.fromEntries(lost.map((key) => [key, this.#get(key)]));
			unreadable.push({ key: name, problem, text: JSON.stringify(texts, null, '\t') });
		}
		return { reviews: reviews.sort((a, b) => a.name.localeCompare(b.name, 'en')), unreadable };
	}

	/** Returns a review as it is now, whichever tab wrote it. */
	read(id: string): Review | undefined {
		const result = this.#readGroup(`${ownPrefix}${id}`);
		return 'review' in result ? result.review : undefined;
	}

	/** Whether something is kept under the name of a review, readable or not. */
	has(id: string): boolean {
		return this.#get(`${ownPrefix}${id}`) !== null;
	}

	/** Keeps what differs from what is kept, at least in memory. */
	save(review: Review): SaveState {
		const { items, ...head } = review;
		const own = `${ownPrefix}${review.id}`;
		// An item that is gone must not come back with what is tried again.
		const texts = new Map([...this.#unsaved].filter(([key]) => !key.startsWith(own)));
		texts.set(own, JSON.stringify({ version: formatVersion, ...head }));
		for (const [code, item] of Object.entries(items)) {
			texts.set(`${own}.${code}`, JSON.stringify(item));
		}
		const gone = this.#keys(`${own}.`).filter((key) => !texts.has(key) && this.#isReadable(key));
		for (const key of gone) this.#remove(key);
		const states = [...texts].map(([key, text]) => this.#set(key, text));
		return states.find((state) => state !== 'saved') ?? 'saved';
	}

	remove(id: string): void {
		const own = `${ownPrefix}${id}`;
		for (const key of [own, ...this.#keys(`${own}.`)]) this.#remove(key);
	}

	/** Whether closing the tab would lose a change. */
	hasUnsaved(): boolean {
		return this.#unsaved.size > 0;
	}

	/** Whether a key that another tab wrote belongs to a review, or to this one; null stands for all keys. */
	isReviewKey(key: string | null, id = ''): boolean {
		return key === null || key.startsWith(`${ownPrefix}${id}`);
	}

	/** Reads a review by the key of its head. Items that are damaged are left out. */
	#readGroup(own: string): ReadResult {
		if (!own.startsWith(ownPrefix)) {
			return { problem: 'It was written by another version of this site.' };
		}
		const head = parse(this.#get(own));
		if (typeof head !== 'object' || head === null) return { problem: 'It is damaged.' };
		const problem = explainVersion('version' in head ? head.version : undefined);
		if (problem !== undefined) return { problem };
		const items = this.#keys(`${own}.`)
			.filter((key) => this.#isReadable(key))
			.map((key) => [key.slice(own.length + 1), parse(this.#get(key))]);
		return readReview({ ...head, items: Object.fromEntries(items) as unknown });
	}

	/** Whether the text of an item is one; true of the head, which is read with its review. */
	#isReadable(key: string): boolean {
		const [, , , , code] = key.split('.');
		return code === undefined || readItem(parse(this.#get(key)), code) !== undefined;
	}

	#keys(start: string): string[] {
		const keys = new Set(this.#unsaved.keys());
		try {
			const count = this.#shelf?.length ?? 0;
			for (let i = 0; i < count; i++) keys.add(this.#shelf?.key(i) ?? '');
		} catch {
			// Storage that is off has no keys.
		}
		return [...keys].filter((key) => key.startsWith(start)).sort();
	}

	#get(key: string): string | null {
		const unsaved = this.#unsaved.get(key);
		if (unsaved !== undefined) return unsaved;
		try {
			return this.#shelf?.getItem(key) ?? null;
		} catch {
			return null;
		}
	}

	#set(key: string, text: string): SaveState {
		try {
			if (!this.#shelf) throw new DOMException('no storage', 'SecurityError');
			if (this.#shelf.getItem(key) !== text) this.#shelf.setItem(key, text);
			this.#unsaved.delete(key);
			return 'saved';
		} catch (error) {
			this.#unsaved.set(key, text);
			// Storage that is off throws a SecurityError; every other refusal is one of room.
			return error instanceof Error && error.name === 'SecurityError' ? 'off' : 'full';
		}
	}

	#remove(key: string): void {
		this.#unsaved.delete(key);
		try {
			this.#shelf?.removeItem(key);
		} catch {
			// Storage that is off holds nothing to remove.
		}
	}
}

function parse(text: string | null): unknown {
	try {
		return JSON.parse(text ?? '');
	} catch {
		return undefined;
	}
}
