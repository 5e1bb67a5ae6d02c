import { formatVersion, type Item, type Review } from '../../review/model.ts';
import { explainVersion, readReview } from '../../review/formats/shape.ts';

/** The part of `Storage` that is used; a test hands in its own. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

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

	/** Returns the reviews by name, and what cannot be read. */
	list(): { reviews: Review[]; unreadable: Unreadable[] } {
		const reviews: Review[] = [];
		const unreadable: Unreadable[] = [];
		for (const key of this.#keys(prefix)) {
			const text = this.#get(key) ?? '';
			const [id = '', code] = key.slice(ownPrefix.length).split('.');
			const problem = 'It was written by another version of this site.';
			if (!key.startsWith(ownPrefix)) unreadable.push({ key, problem, text });
			else if (code === undefined) {
				const result = this.#read(id);
				if ('problem' in result) unreadable.push({ key, problem: result.problem, text });
				else reviews.push(result.review);
			}
		}
		return {
			reviews: reviews.sort((a, b) => a.name.localeCompare(b.name, 'en')),
			unreadable,
		};
	}

	/** Returns a review as it is now, whichever tab wrote it. */
	read(id: string): Review | undefined {
		const result = this.#read(id);
		return 'review' in result ? result.review : undefined;
	}

	/** Keeps what differs from what is kept, at least in memory. */
	save(review: Review): SaveState {
		const { items, ...head } = review;
		const own = `${ownPrefix}${review.id}`;
		const texts = new Map(this.#unsaved);
		texts.set(own, JSON.stringify({ version: formatVersion, ...head }));
		for (const [code, item] of Object.entries(items)) {
			texts.set(`${own}.${code}`, JSON.stringify(item));
		}
		for (const key of this.#keys(`${own}.`)) if (!texts.has(key)) this.#remove(key);
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

	/** Whether a key that another tab wrote belongs to a review; null stands for all keys. */
	isReviewKey(key: string | null): boolean {
		return key === null || key.startsWith(ownPrefix);
	}

	#read(id: string): ReturnType<typeof readReview> {
		const own = `${ownPrefix}${id}`;
		try {
			const head = JSON.parse(this.#get(own) ?? 'null') as { version?: unknown } | null;
			const problem = explainVersion(head?.version);
			if (problem !== undefined) return { problem };
			const items = this.#keys(`${own}.`).map((key): [string, Item] => [
				key.slice(own.length + 1),
				JSON.parse(this.#get(key) ?? 'null') as Item,
			]);
			return readReview({ ...head, items: Object.fromEntries(items) });
		} catch {
			return { problem: 'It is damaged.' };
		}
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
