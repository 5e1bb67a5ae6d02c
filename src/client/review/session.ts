import {
	applyChange,
	type Change,
	getStep,
	joinSteps,
	type Step,
	undoStep,
} from '../../review/change.ts';
import { mergeReviews } from '../../review/merge.ts';
import type { Review } from '../../review/model.ts';
import type { ReviewStore, SaveState } from './store.ts';

/** Steps that can be undone; older ones are forgotten. */
const kept = 200;

/** Where a review is: as its last change was saved, from a link, or deleted in another tab. */
export type Place = SaveState | 'link' | 'deleted';

/**
 * An open review. Each change is made to the state that storage has at that moment, so that two tabs do
 * not undo each other's work, and is saved at once, so that a crash loses nothing.
 */
export class Session {
	readonly #store: ReviewStore;
	#review: Review;
	readonly #steps: Step[] = [];
	#place: Place;

	constructor(store: ReviewStore, review: Review, place: 'saved' | 'link' = 'saved') {
		this.#store = store;
		this.#review = review;
		this.#place = place;
	}

	get review(): Review {
		return this.#review;
	}

	get place(): Place {
		return this.#place;
	}

	/** Whether storage has it, or would have it if it could. */
	get isKept(): boolean {
		return this.#place !== 'link' && this.#place !== 'deleted';
	}

	get canUndo(): boolean {
		return this.#steps.length > 0;
	}

	/** Makes a change and saves it. Returns whether anything changed. */
	change(change: Change): boolean {
		this.refresh();
		return this.replace(applyChange(this.#review, change, this.#store.copy));
	}

	/** Puts another state in the place of this one, as after a merge. Returns whether it differs. */
	replace(review: Review): boolean {
		const step = getStep(this.#review, review);
		if (!step) {
			// Copies may have been edited as often as they say, and still say the same.
			if (review !== this.#review) this.#save(review);
			return false;
		}
		const last = this.#steps.at(-1);
		const joined = last && joinSteps(last, step);
		if (joined) this.#steps.pop();
		this.#steps.push(joined ?? step);
		if (this.#steps.length > kept) this.#steps.shift();
		this.#save(review);
		return true;
	}

	/** Undoes the last step of this tab that is still there to undo. Returns whether there was one. */
	undo(): boolean {
		this.refresh();
		for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
			const review = undoStep(this.#review, step, this.#store.copy);
			if (review === this.#review) continue;
			this.#save(review);
			return true;
		}
		return false;
	}

	/** Saves a review that storage does not have. */
	keep(): void {
		this.#save(this.#review);
	}

	/** Takes over what another tab has written, or deleted. */
	refresh(): void {
		if (!this.isKept) return;
		const stored = this.#store.read(this.#review.id);
		if (stored) this.#review = stored;
		else if (this.#place === 'saved') this.#place = 'deleted';
	}

	/** What is here by another way meanwhile is merged with, and never written over. */
	#save(review: Review): void {
		const stored = this.isKept ? undefined : this.#store.read(review.id);
		this.#review = stored ? mergeReviews(review, stored).review : review;
		this.#place = this.#store.save(this.#review);
	}
}
