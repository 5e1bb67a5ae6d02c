import { type Conflict, mergeReviews, settleConflict } from '../../review/merge.ts';
import { type Catalog, type Item, type Review, textFields } from '../../review/model.ts';
import { find, make } from './dom.ts';

/** Another copy of a review that is here, while the reader decides. */
export class MergeView {
	readonly #root: HTMLElement;
	readonly theirs: Review;

	constructor(root: HTMLElement, theirs: Review) {
		this.#root = root;
		this.theirs = theirs;
	}

	/** Shows what a merge would take over, and each conflict with both sides. */
	show(mine: Review, catalog: Catalog): void {
		const { conflicts, taken } = mergeReviews(mine, this.theirs);
		const names = new Map(catalog.rules.map(({ id, title }) => [id, title]));
		find(this.#root, '[data-merge-text]').textContent =
			`“${mine.name}” is in this browser already. Merging takes over ${count(taken.length, 'answer')}; ` +
			(conflicts.length === 0
				? 'there is no conflict.'
				: `${count(conflicts.length, 'rule')} got two different answers. Choose one for each; yours is set.`);
		find(this.#root, '[data-conflicts]').replaceChildren(
			...conflicts.map((conflict) => makeConflict(conflict, names.get(conflict.code) ?? '')),
		);
	}

	/** Returns the merge of both copies with the reader's choices. */
	settle(mine: Review, copy: string): Review {
		const { review, conflicts } = mergeReviews(mine, this.theirs);
		return conflicts.reduce((now, conflict) => {
			const choice = this.#root.querySelector<HTMLInputElement>(
				`[name="conflict-${conflict.code}"]:checked`,
			);
			return settleConflict(now, conflict, choice?.value === 'theirs' ? 'theirs' : 'mine', copy);
		}, review);
	}
}

function makeConflict({ code, mine, theirs }: Conflict, title: string): HTMLElement {
	const side = (value: string, name: string, item: Item): HTMLElement => {
		const radio = make('input', { type: 'radio', name: `conflict-${code}`, value });
		radio.checked = value === 'mine';
		return make('label', {}, radio, ` ${name}: ${describe(item)}`);
	};
	return make(
		'li',
		{},
		make(
			'fieldset',
			{},
			make('legend', {}, `${code} ${title}`),
			make('div', { class: 'sides' }, side('mine', 'Mine', mine), side('theirs', 'Theirs', theirs)),
		),
	);
}

function describe(item: Item): string {
	const texts = textFields
		.filter((field) => item[field] !== '')
		.map((field) => `${field}: ${item[field]}`);
	return [item.answer === 'open' ? 'not answered' : item.answer, ...texts].join('\n');
}

function count(number: number, word: string): string {
	return `${number} ${word}${number === 1 ? '' : 's'}`;
}
