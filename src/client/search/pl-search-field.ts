import type { SearchResult } from './locate.ts';
import { search } from './engine.ts';

/** Names of kinds of page as a reader says them. */
const kindNames: Record<string, string> = {
	source: 'source document',
	topic: 'topic',
	glossary: 'glossary',
	coverage: 'coverage',
	page: 'page',
};

/** A search form that shows results while the reader types. Without script it leads to /search/. */
class SearchField extends HTMLElement {
	/** Counts searches, so that a slow answer to an old query is dropped. */
	#turn = 0;

	connectedCallback(): void {
		const input = this.querySelector('input');
		const form = this.querySelector('form');
		if (!input || !form) return;
		input.addEventListener('input', () => void this.#search(input.value));
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.querySelector<HTMLElement>('[data-result] a')?.click();
		});
		this.addEventListener('keydown', (event) => {
			this.#move(event);
		});
		const query = this.hasAttribute('data-from-url')
			? (new URLSearchParams(location.search).get('q') ?? '')
			: '';
		if (query) input.value = query;
		if (input.value) void this.#search(input.value);
	}

	async #search(query: string): Promise<void> {
		const turn = ++this.#turn;
		this.#syncUrl(query);
		if (query.trim() === '') {
			this.#show('idle', '', []);
			return;
		}
		this.dataset.searchState = 'loading';
		try {
			const { results, pages } = await search(query);
			if (turn !== this.#turn) return;
			const state = results.length > 0 ? 'done' : 'empty';
			this.#show(state, describe(query, results.length, pages), results);
		} catch (error) {
			// The index is missing or cut off: the reader is told, and has the lists to go by.
			console.error('The search failed.', error);
			if (turn !== this.#turn) return;
			this.#show(
				'failed',
				'Search could not be loaded. The topics and the glossary list everything.',
				[],
			);
		}
	}

	#show(state: string, status: string, results: SearchResult[]): void {
		this.querySelector('[data-results]')?.replaceChildren(...results.map(renderResult));
		const line = this.querySelector('[data-status]');
		if (line) line.textContent = status;
		this.dataset.searchState = state;
	}

	/** The search page's address carries its query. */
	#syncUrl(query: string): void {
		if (!this.hasAttribute('data-from-url')) return;
		const url = new URL(location.href);
		if (query) url.searchParams.set('q', query);
		else url.searchParams.delete('q');
		history.replaceState(null, '', url);
	}

	/** Arrow keys go through the field and its results. */
	#move(event: KeyboardEvent): void {
		if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
		const stops = [...this.querySelectorAll<HTMLElement>('input, [data-result] a')];
		const at = stops.findIndex((stop) => stop === document.activeElement);
		const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
		if (!next) return;
		event.preventDefault();
		next.focus();
	}
}

function describe(query: string, places: number, pages: number): string {
	if (places === 0) return `Nothing found for “${query}”.`;
	return `${places} ${places === 1 ? 'place' : 'places'} on ${pages} ${pages === 1 ? 'page' : 'pages'}`;
}

function renderResult(result: SearchResult): HTMLLIElement {
	const row = document.createElement('li');
	row.dataset.result = '';
	row.dataset.url = result.url;
	row.dataset.title = result.title;
	row.dataset.kind = result.kind;
	row.dataset.heading = result.heading;
	const link = document.createElement('a');
	link.href = result.url;
	const title = makeSpan(
		'result-title',
		result.heading ? `${result.title} › ${result.heading}` : result.title,
	);
	title.append(makeSpan('result-kind', kindNames[result.kind] ?? result.kind));
	const text = makeSpan('result-text', '');
	for (const word of result.words) {
		const part = word.isMatch ? document.createElement('mark') : document.createElement('span');
		part.textContent = word.text;
		text.append(part, ' ');
	}
	link.append(title, text);
	row.append(link);
	return row;
}

function makeSpan(className: string, text: string): HTMLSpanElement {
	const span = document.createElement('span');
	span.className = className;
	span.textContent = text;
	return span;
}

if (!customElements.get('pl-search-field')) customElements.define('pl-search-field', SearchField);
