import { getSelected } from '../../review/compare.ts';
import { getProgress } from '../../review/progress.ts';
import type { Catalog, Review } from '../../review/model.ts';
import { selectorValue } from '../../review/formats/shape.ts';
import { type Selector, selectorFields } from '../../rules/select.ts';
import { saveFile } from '../save-file.ts';
import { countRules, find, make, makeButton } from './dom.ts';
import type { ReviewStore } from './store.ts';

/** Returns the scope that a form's choices or an address ask for; empty for none. */
export function readScope(values: URLSearchParams | FormData): Selector[] {
	const entries = selectorFields.map((field) => [field, readValues(values.getAll(field))] as const);
	const given = entries.filter(([, list]) => list.length > 0);
	return given.length === 0 ? [] : [Object.fromEntries(given)];
}

/** Values may stand alone or between commas; what can be none is left out. */
function readValues(values: FormDataEntryValue[]): string[] {
	return values
		.filter((value) => typeof value === 'string')
		.flatMap((value) => value.split(','))
		.map((value) => value.trim())
		.filter((value) => selectorValue.test(value));
}

/** Shows the reviews of this browser, and data that this version cannot read. */
export function showReviews(root: HTMLElement, store: ReviewStore, catalog: Catalog): void {
	const { reviews, unreadable } = store.list();
	find(root, '[data-yours]').hidden = reviews.length + unreadable.length === 0;
	find(root, '[data-reviews]').replaceChildren(
		...reviews.map((review) => makeEntry(review, catalog)),
		...unreadable.map(({ key, problem }) =>
			make(
				'li',
				{},
				make('span', {}, `${key}: ${problem} It is left alone.`),
				make('span', { class: 'actions' }, makeButton('save raw', 'Download it', key)),
			),
		),
	);
}

function makeEntry(review: Review, catalog: Catalog): HTMLElement {
	const { all } = getProgress(review, catalog);
	const done = all.total - all.open;
	return make(
		'li',
		{ 'data-review': review.id },
		make('a', { href: `#review=${review.id}` }, review.name),
		make(
			'span',
			{ class: 'quiet' },
			`${done} of ${all.total} answered, ${all['not met']} not met, begun ${review.created}`,
		),
		make(
			'span',
			{ class: 'actions' },
			makeButton('duplicate', 'Duplicate', review.id),
			makeButton('delete', 'Delete', review.id),
		),
	);
}

/** Keeps the number of selected rules beside the form's button. */
export function watchChoices(form: HTMLFormElement, getCatalog: () => Catalog | undefined): void {
	form.addEventListener('input', () => {
		const catalog = getCatalog();
		const scope = readScope(new FormData(form));
		const count = catalog ? getSelected(scope, catalog).length : 0;
		find(form, '[data-count]').textContent = scope.length > 0 ? countRules(count) : '';
	});
}

/** Hands out data that this version cannot read, as it is. */
export function downloadRaw(store: ReviewStore, key: string): void {
	const entry = store.list().unreadable.find((each) => each.key === key);
	if (entry) saveFile(`${key}.json`, 'application/json', entry.text);
}
