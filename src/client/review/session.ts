import { applyChange, type Change, getStep, type Step, undoStep } from '../../review/change.ts';
import type { Review } from '../../review/model.ts';
import type { ReviewStore, SaveState } from './store.ts';

/** Steps that can be undone; older ones are forgotten. */
const kept = 200;

/**
 * An open review. Each change is made to the state that storage has at that moment, so that two tabs do
 * not undo each other's work, and is saved at once, so that a crash loses nothing.
 */
export class Session {
	readonly #store: ReviewStore;
	#review: Review;
	/** Each with the field that it wrote: letters typed one after another are one step. */
	readonly #steps: { step: Step; field: string }[] = [];
	/** A review from a link is not saved until it is changed or kept. */
	isKept: boolean;
	state: SaveState = 'saved';

	constructor(store: ReviewStore, review: Review, isKept = true) {
		this.#store = store;
		this.#review = review;
		this.isKept = isKept;
	}

	get review(): Review {
		return this.#review;
	}

	get canUndo(): boolean {
		return this.#steps.length > 0;
	}

	/** Makes a change and saves it. Returns whether anything changed. */
	change(change: Change): boolean {
		this.refresh();
		return this.#advance(
			applyChange(this.#review, change, this.#store.copy),
			change.type === 'write' ? `${change.code} ${change.field}` : '',
		);
	}

	/** Puts another state in the place of this one, as after a merge. */
	replace(review: Review): boolean {
		return this.#advance(review, '');
	}

	/** Undoes the last step of this tab. Returns whether there was one. */
	undo(): boolean {
		const last = this.#steps.pop();
		if (!last) return false;
		this.refresh();
		this.#review = undoStep(this.#review, last.step, this.#store.copy);
		this.#save();
		return true;
	}

	/** Saves a review that came from elsewhere. */
	keep(): void {
		this.#save();
	}

	/** Takes over what another tab has written. */
	refresh(): void {
		if (this.isKept) this.#review = this.#store.read(this.#review.id) ?? this.#review;
	}

	#advance(next: Review, field: string): boolean {
		const step = getStep(this.#review, next);
		if (!step) return false;
		const last = this.#steps.at(-1);
		if (field !== '' && last?.field === field) {
			for (const [code, change] of Object.entries(step.items)) {
				step.items[code] = { ...change, before: last.step.items[code]?.before ?? change.before };
			}
			this.#steps.pop();
		}
		this.#steps.push({ step, field });
		if (this.#steps.length > kept) this.#steps.shift();
		this.#review = next;
		this.#save();
		return true;
	}

	#save(): void {
		this.isKept = true;
		this.state = this.#store.save(this.#review);
	}
}
