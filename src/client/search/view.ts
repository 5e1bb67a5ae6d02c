import type { Result } from '../../search/results.ts';
import { getBase } from '../base.ts';
import { makeRow, replaceRows } from './rows.ts';
import type { Nearest } from './search.ts';

/** The parts of a search field that say something; see `SearchField.astro`. */
export class SearchView {
	readonly #root: HTMLElement;

	constructor(root: HTMLElement) {
		this.#root = root;
	}

	get input(): HTMLInputElement {
		return this.#get('input[name="q"]') as HTMLInputElement;
	}

	/** The link of the first row. */
	get first(): HTMLAnchorElement | null {
		return this.#root.querySelector('[data-result] a');
	}

	/** Where arrow keys go: the field, then each row. */
	get stops(): HTMLElement[] {
		return [this.input, ...this.#root.querySelectorAll<HTMLElement>('[data-result] a')];
	}

	/** Moves the focus so many stops on. Returns false where there is none, or the focus is elsewhere. */
	moveFocus(step: number): boolean {
		const { stops } = this;
		const at = stops.findIndex((stop) => stop === document.activeElement);
		const next = at < 0 ? undefined : stops[at + step];
		next?.focus();
		return next !== undefined;
	}

	#get(selector: string): HTMLElement {
		const found = this.#root.querySelector<HTMLElement>(selector);
		if (!found) throw new Error(`The search has no ${selector}.`);
		return found;
	}

	/** Shows the first results; `hasMore` where there is a way to the others. */
	showResults(results: Result[], marks: Set<string>, hasMore: boolean): void {
		const rows = results.map((result) => makeRow(result, marks));
		replaceRows(this.#get('[data-results]'), rows);
		const more = this.#get('[data-more]');
		more.hidden = !hasMore;
		if (more instanceof HTMLAnchorElement) more.href = makeSearchUrl(this.input.value.trim());
	}

	/** Says the count, or why there is none: what a screen reader hears. */
	say(text: string): void {
		this.#get('[data-status]').textContent = text;
	}

	/** Shows the query whose results these are; undefined for the one that was asked. */
	showCorrected(query: string | undefined): void {
		this.#get('[data-corrected]').hidden = query === undefined;
		const link = this.#get('[data-corrected] a') as HTMLAnchorElement;
		link.textContent = query ?? '';
		link.href = makeSearchUrl(query ?? '');
	}

	/** Offers what is nearest to a query that nothing answers. */
	showNearest({ title, links }: Nearest): void {
		this.#get('[data-nearest]').hidden = links.length === 0;
		this.#get('[data-nearest-title]').textContent = title;
		const rows = links.map(({ title: text, url }) => {
			const link = document.createElement('a');
			link.href = url;
			link.textContent = text;
			return makeItem(link);
		});
		this.#get('[data-nearest] ul').replaceChildren(...rows);
	}

	/** Offers the lists to go by where the search cannot be loaded. */
	showLists(isShown: boolean): void {
		this.#get('[data-lists]').hidden = !isShown;
	}

	/** Offers the reader's last searches; none hides the offer. */
	showRecent(queries: string[]): void {
		this.#get('[data-recent]').hidden = queries.length === 0;
		const rows = queries.map((query) => {
			const button = document.createElement('button');
			button.type = 'button';
			button.className = 'button';
			button.dataset.query = query;
			button.textContent = query;
			return makeItem(button);
		});
		this.#get('[data-recent] ul').replaceChildren(...rows);
	}

	/** Shows a text that the browser refused to copy, selected; undefined hides it. */
	showCopy(text: string | undefined): void {
		const field = this.#get('[data-copy]') as HTMLTextAreaElement;
		field.hidden = text === undefined;
		field.value = text ?? '';
		if (text === undefined) return;
		field.focus();
		field.select();
	}
}

function makeSearchUrl(query: string): string {
	return `${getBase()}/search/?q=${encodeURIComponent(query)}`;
}

function makeItem(content: HTMLElement): HTMLLIElement {
	const item = document.createElement('li');
	item.append(content);
	return item;
}
