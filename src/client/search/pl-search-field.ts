import { type CitedThing, toCited } from '../cite/cited.ts';
import { copyCitation } from '../cite/copy.ts';
import {
	type Facets,
	formatChoice,
	getFacetNames,
	hasChosen,
	parseChoice,
	readChoice,
	showCounts,
	writeChoice,
} from '../facets.ts';
import { areKeysOn } from '../keys.ts';
import { keepAnswer } from './files.ts';
import { clearRecent, keepRecent, readRecent } from './recent.ts';
import {
	type Addresses,
	browse,
	describeOutcome,
	noNearest,
	type Outcome,
	search,
} from './search.ts';
import { SearchView } from './view.ts';

/** What arrow keys do: rows to go on. */
const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** What is there before a search, and after one that failed. */
const noOutcome: Outcome = {
	results: [],
	marks: new Set(),
	isPartial: false,
	nearest: noNearest,
};

/** Rows that the dialog shows, and rows that the page shows at first and adds on demand. */
const rowsInDialog = 8;
const rowsOnPage = 20;

/** Milliseconds between keys that nobody types one by one. */
const burst = 75;

/** Milliseconds without a key before the text of pages is searched. */
const pause = 200;

/**
 * A search form that shows results while the reader types; in the dialog and on other pages the best ones, on the
 * search page all of them, with facets and its state in the address. Without script it leads to /search/.
 */
class SearchField extends HTMLElement {
	/** Counts searches, so that a slow answer to an old query is dropped. */
	#turn = 0;
	readonly #view = new SearchView(this);
	#outcome = noOutcome;
	#shown = rowsOnPage;
	#timer = 0;
	#lastKey = 0;
	/** The reader pressed Enter before the first result was there. */
	#isAwaited = false;

	connectedCallback(): void {
		const form = this.querySelector<HTMLFormElement>('form[role="search"]');
		if (!form) return;
		this.#view.input.addEventListener('input', ({ timeStamp }) => {
			this.#searchSoon(timeStamp);
		});
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.#enter();
		});
		this.addEventListener('keydown', (event) => {
			this.#press(event);
		});
		this.addEventListener('click', (event) => {
			this.#click(event.target as Element);
		});
		if (this.#isPage) {
			this.#facets?.addEventListener('input', () => void this.#choose());
			this.#facets?.addEventListener('reset', () => {
				// The form empties its fields after this event.
				setTimeout(() => void this.#choose());
			});
			addEventListener('popstate', () => {
				this.#readUrl();
			});
			this.#readUrl();
		} else if (this.#view.input.value) void this.#search();
		else this.#view.showRecent(readRecent());
	}

	get #isPage(): boolean {
		return this.hasAttribute('data-page-search');
	}

	get #facets(): HTMLFormElement | null {
		return this.querySelector<HTMLFormElement>('form[data-facets]');
	}

	get #addresses(): Addresses {
		return { index: this.dataset.index ?? '', ids: this.dataset.ids ?? '' };
	}

	/** Fills the field and the facets with what the address asks for. */
	#readUrl(): void {
		this.#view.input.value = new URLSearchParams(location.search).get('q') ?? '';
		const form = this.#facets;
		if (form) {
			writeChoice(form, parseChoice(location.search, getFacetNames(form)));
		}
		void this.#search();
	}

	#chosen(): Facets {
		return this.#facets ? readChoice(this.#facets) : {};
	}

	/** Searches at once, but once for keys that come in a burst: a key held down, or a program that types. */
	#searchSoon(timeStamp: number): void {
		const delay = timeStamp - this.#lastKey < burst ? burst : 0;
		this.#lastKey = timeStamp;
		this.#isAwaited = false;
		clearTimeout(this.#timer);
		this.#timer = window.setTimeout(() => {
			this.#timer = 0;
			void this.#search();
		}, delay);
	}

	async #choose(): Promise<void> {
		this.#writeUrl('push');
		await this.#search();
	}

	#writeUrl(how: 'push' | 'replace'): void {
		if (!this.#isPage) return;
		const url = `${location.pathname}${formatChoice('q', this.#view.input.value, this.#chosen())}`;
		if (url === `${location.pathname}${location.search}`) return;
		if (how === 'push') history.pushState(null, '', url);
		else history.replaceState(null, '', url);
	}

	async #search(): Promise<void> {
		const turn = ++this.#turn;
		const query = this.#view.input.value;
		const chosen = this.#chosen();
		const isChosen = Object.values(chosen).some((values) => values.length > 0);
		this.#shown = this.#isPage ? rowsOnPage : rowsInDialog;
		this.#writeUrl('replace');
		this.#view.showRecent([]);
		if (query.trim() === '' && !isChosen) {
			this.#clear();
			return;
		}
		this.dataset.searchState = 'loading';
		try {
			if (query.trim() === '') {
				const outcome = await browse(this.#addresses);
				if (turn === this.#turn) this.#show(outcome);
				return;
			}
			const text = this.#isPage || isChosen ? 'always' : 'if needed';
			for await (const outcome of search(query, this.#addresses, { text, chosen })) {
				if (turn !== this.#turn) return;
				this.#show(outcome);
				// What the reader has half typed is not worth the text of all pages.
				if (outcome.isPartial) await wait(pause);
				if (turn !== this.#turn) return;
			}
		} catch (error) {
			// The names are missing or cut off: the reader is told, and has the lists to go by.
			console.error('The search failed.', error);
			if (turn === this.#turn) this.#fail();
		}
	}

	#clear(): void {
		this.#showNames();
		this.#outcome = noOutcome;
		this.#render([]);
		this.#view.say('');
		delete this.dataset.searchState;
		const form = this.#facets;
		if (form)
			void browse(this.#addresses).then(
				({ results }) => {
					showCounts(form, results, {});
				},
				() => undefined,
			);
		this.#view.showRecent(readRecent());
	}

	/** The list of names, which gave way to the results of the address. */
	#showNames(): void {
		if (this.#isPage) delete document.documentElement.dataset.asks;
	}

	#fail(): void {
		this.#showNames();
		this.#outcome = noOutcome;
		this.#render([]);
		this.#view.say('The search could not be loaded. Everything is listed by name from A to Z.');
		this.#view.showLists(true);
		this.dataset.searchState = 'failed';
	}

	#show(outcome: Outcome): void {
		const chosen = this.#chosen();
		this.#outcome = outcome;
		const results = outcome.results.filter(({ facets }) => hasChosen(facets, chosen));
		if (this.#facets) showCounts(this.#facets, outcome.results, chosen);
		this.#render(results);
		if (outcome.isPartial && results.length === 0) return;
		if (!outcome.isPartial) {
			this.#view.say(describeOutcome(outcome, results.length, this.#view.input.value));
			const isFailed = results.length === 0 && outcome.isTextMissing;
			this.dataset.searchState = isFailed ? 'failed' : results.length > 0 ? 'done' : 'empty';
		}
		if (this.#isAwaited) this.#enter();
	}

	/** Shows the first of these results; what stands beside them follows from the outcome. */
	#render(results: Outcome['results']): void {
		const { corrected, nearest, marks, isPartial, results: all } = this.#outcome;
		const hasMore = this.#isPage ? results.length > this.#shown : results.length > 0;
		const isEmpty = !isPartial && all.length === 0 && this.#view.input.value.trim() !== '';
		this.#view.showResults(results.slice(0, this.#shown), marks, hasMore);
		this.#view.showCorrected(corrected);
		this.#view.showNearest(isEmpty ? nearest : noNearest);
		this.#view.showLists(false);
	}

	/** Opens the first result; on the search page, where the results are read, goes to it. */
	#enter(): void {
		const { first } = this.#view;
		const isPending = this.#timer !== 0 || (!first && this.dataset.searchState === 'loading');
		this.#isAwaited = isPending;
		if (isPending) return;
		if (this.#isPage) first?.focus();
		else first?.click();
	}

	#click(target: Element): void {
		const query = target.closest<HTMLElement>('[data-query]')?.dataset.query;
		if (query !== undefined) {
			this.#view.input.value = query;
			this.#view.input.focus();
			void this.#search();
		} else if (target.closest('[data-clear]')) {
			clearRecent();
			this.#view.showRecent(readRecent());
			this.#view.input.focus();
		} else if (target.closest('button[data-more]')) {
			this.#shown += rowsOnPage;
			this.#show(this.#outcome);
			// The field is the first stop: the next one after the rows that were there is new.
			this.#view.stops[this.#shown - rowsOnPage + 1]?.focus();
		} else if (target.closest('[data-result] a')) keepRecent(this.#view.input.value);
	}

	#press(event: KeyboardEvent): void {
		const target = event.target as HTMLElement;
		const row = target.closest<HTMLElement>('[data-result]');
		if (event.key in steps) {
			if (this.#view.moveFocus(steps[event.key] ?? 0)) event.preventDefault();
		} else if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
		else if (event.key === 'c' && areKeysOn()) {
			event.preventDefault();
			void this.#copy(row);
		} else if (event.key === 'Escape' && this.#isPage) this.#view.input.focus();
		// A letter goes on with the query.
		else if (event.key.length === 1 && event.key !== ' ') this.#view.input.focus();
	}

	/** Copies a row for a review, in the reader's last form. */
	async #copy(row: HTMLElement): Promise<void> {
		const cited = toCited(JSON.parse(row.dataset.cited ?? '{}') as CitedThing);
		const { text, message, isCopied } = await copyCitation(cited);
		this.#view.say(message);
		this.#view.showCopy(isCopied ? undefined : text);
	}
}

function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, milliseconds);
	});
}

/** Starts the fields of the page. `names` is the answer to the request for the file of names. */
export function defineSearch(url: string, names: Promise<Response>): void {
	if (customElements.get('pl-search-field')) return;
	void keepAnswer(url, names);
	customElements.define('pl-search-field', SearchField);
}
