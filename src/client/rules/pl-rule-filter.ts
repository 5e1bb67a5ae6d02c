import { getBase } from '../base.ts';
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
import { hasWords } from './words.ts';

/** Facets by which a review can select, with the names of their fields there. */
const scopeFields: Record<string, string> = {
	topic: 'topics',
	level: 'levels',
	tag: 'tags',
	technology: 'technologies',
};

/** A row of the list. */
interface FilteredRule {
	row: HTMLElement;
	/** Code, title, statement and aliases. */
	text: string;
	facets: Facets;
}

/** Upgrades the list of rules: a form that filters it, with its state in the URL. */
class RuleFilter extends HTMLElement {
	#rules: FilteredRule[] = [];

	connectedCallback(): void {
		const form = this.querySelector('form');
		if (!form) return;
		this.#rules = [...this.querySelectorAll<HTMLElement>('[data-rule]')].map((row) => ({
			row,
			text: getText(row),
			facets: JSON.parse(row.dataset.facets ?? '{}') as Facets,
		}));
		form.addEventListener('submit', (event) => {
			event.preventDefault();
		});
		form.addEventListener('input', () => {
			const query = formatChoice('text', getWords(form), readChoice(form));
			history.replaceState(null, '', `${location.pathname}${query}${location.hash}`);
			this.#show(form);
		});
		form.addEventListener('reset', () => {
			// The form empties its fields after this event.
			setTimeout(() => form.dispatchEvent(new Event('input')));
		});
		addEventListener('popstate', () => {
			this.#write(form);
		});
		this.#write(form);
	}

	/** Fills the form with what the URL asks for. */
	#write(form: HTMLFormElement): void {
		const text = form.querySelector<HTMLInputElement>('[name="text"]');
		if (text) text.value = new URLSearchParams(location.search).get('text') ?? '';
		writeChoice(form, parseChoice(location.search, getFacetNames(form)));
		this.#show(form);
	}

	#show(form: HTMLFormElement): void {
		const chosen = readChoice(form);
		const words = getWords(form);
		const worded = this.#rules.filter(({ text }) => hasWords(text, words));
		const shown = new Set(worded.filter(({ facets }) => hasChosen(facets, chosen)));
		for (const rule of this.#rules) rule.row.hidden = !shown.has(rule);
		for (const group of this.querySelectorAll<HTMLElement>('[data-group]')) {
			group.hidden = !group.querySelector('[data-rule]:not([hidden])');
		}
		showCounts(form, worded, chosen);
		const review = form.querySelector<HTMLAnchorElement>('[data-review]');
		if (review) review.href = `${getBase()}/review/#${this.#getSelection(words, chosen)}`;
		const status = form.querySelector('[data-state]');
		if (status) status.textContent = `${shown.size} of ${this.#rules.length} rules`;
		this.querySelector('[data-none]')?.toggleAttribute('hidden', shown.size > 0);
	}

	/**
	 * Returns what makes a review of the rules that are shown: the facets that a newer release can be
	 * asked again, or else the codes.
	 */
	#getSelection(words: string, facets: Facets): string {
		const chosen = Object.entries(facets).filter(([, values]) => values.length > 0);
		const isScope =
			words === '' && chosen.length > 0 && chosen.every(([name]) => name in scopeFields);
		const pairs = isScope
			? chosen.map(([name, values]) => [scopeFields[name] ?? name, values.join(',')])
			: [
					[
						'codes',
						this.#rules.filter(({ row }) => !row.hidden).map(({ row }) => row.dataset.rule),
					],
				];
		return new URLSearchParams([['new', ''], ...pairs] as string[][]).toString();
	}
}

function getWords(form: HTMLFormElement): string {
	return form.querySelector<HTMLInputElement>('[name="text"]')?.value.trim() ?? '';
}

/** What a reader may know of a rule: code, title, statement, aliases. */
function getText({ dataset }: HTMLElement): string {
	const cited = JSON.parse(dataset.cited ?? '{}') as Record<string, string | number>;
	return [cited.code, cited.title, cited.statement, dataset.aliases].join(' ');
}

if (!customElements.get('pl-rule-filter')) customElements.define('pl-rule-filter', RuleFilter);
