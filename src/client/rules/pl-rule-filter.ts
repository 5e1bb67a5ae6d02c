import {
	countValues,
	type FilteredRule,
	type FilterState,
	formatState,
	matches,
	parseState,
} from './filter.ts';

/** Facets by which a review can select, with the names of their fields there. */
const scopeFields: Record<string, string> = {
	topic: 'topics',
	level: 'levels',
	tag: 'tags',
	technology: 'technologies',
};

/** Upgrades the list of rules: a form that filters it, with its state in the URL. */
class RuleFilter extends HTMLElement {
	#rules: (FilteredRule & { row: HTMLElement })[] = [];
	#names: string[] = [];

	connectedCallback(): void {
		const form = this.querySelector('form');
		if (!form) return;
		this.#names = [...form.querySelectorAll<HTMLElement>('[data-facet]')].map(
			({ dataset }) => dataset.facet ?? '',
		);
		this.#rules = [...this.querySelectorAll<HTMLElement>('[data-rule]')].map((row) => ({
			row,
			text: getText(row),
			facets: JSON.parse(row.dataset.facets ?? '{}') as Record<string, string[]>,
		}));
		form.hidden = false;
		form.addEventListener('submit', (event) => {
			event.preventDefault();
		});
		form.addEventListener('input', () => {
			history.replaceState(null, '', `${location.pathname}${this.#read(form)}${location.hash}`);
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

	/** The form's state as a query string. */
	#read(form: HTMLFormElement): string {
		const data = new FormData(form);
		const get = (name: string): string[] =>
			data.getAll(name).filter((value) => typeof value === 'string');
		return formatState({
			text: get('text')[0] ?? '',
			facets: Object.fromEntries(this.#names.map((name) => [name, get(name)])),
		});
	}

	/** Fills the form with what the URL asks for. */
	#write(form: HTMLFormElement): void {
		const state = parseState(location.search, this.#names);
		const text = form.querySelector<HTMLInputElement>('[name="text"]');
		if (text) text.value = state.text;
		for (const box of form.querySelectorAll<HTMLInputElement>('[type="checkbox"]')) {
			box.checked = state.facets[box.name]?.includes(box.value) ?? false;
			if (box.checked) box.closest('details')?.setAttribute('open', '');
		}
		this.#show(form);
	}

	#show(form: HTMLFormElement): void {
		const state = parseState(this.#read(form), this.#names);
		let shown = 0;
		for (const rule of this.#rules) {
			rule.row.hidden = !matches(rule, state);
			if (!rule.row.hidden) shown++;
		}
		for (const group of this.querySelectorAll<HTMLElement>('[data-group]')) {
			group.hidden = !group.querySelector('[data-rule]:not([hidden])');
		}
		for (const name of this.#names)
			this.#showFacet(form, name, countValues(this.#rules, state, name));
		const review = form.querySelector<HTMLAnchorElement>('[data-review]');
		if (review) review.href = `/review/#${this.#getSelection(state)}`;
		const status = form.querySelector('[data-state]');
		if (status) status.textContent = `${shown} of ${this.#rules.length} rules`;
		this.querySelector('[data-none]')?.toggleAttribute('hidden', shown > 0);
	}

	/**
	 * Returns what makes a review of the rules that are shown: the facets that a newer release can be
	 * asked again, or else the codes.
	 */
	#getSelection({ text, facets }: FilterState): string {
		const chosen = Object.entries(facets).filter(([, values]) => values.length > 0);
		const isScope =
			text === '' && chosen.length > 0 && chosen.every(([name]) => name in scopeFields);
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

	#showFacet(form: HTMLFormElement, name: string, counts: Map<string, number>): void {
		const facet = form.querySelector(`[data-facet="${name}"]`);
		const boxes = [...(facet?.querySelectorAll<HTMLInputElement>('input') ?? [])];
		for (const box of boxes) {
			const count = counts.get(box.value) ?? 0;
			const place = box.closest('label')?.querySelector('[data-count]');
			if (place) place.textContent = String(count);
			box.disabled = count === 0 && !box.checked;
		}
		const chosen = facet?.querySelector('[data-chosen]');
		const number = boxes.filter(({ checked }) => checked).length;
		if (chosen) chosen.textContent = number === 0 ? '' : `${number} chosen`;
	}
}

/** What a reader may know of a rule: code, title, statement, aliases. */
function getText({ dataset }: HTMLElement): string {
	const cited = JSON.parse(dataset.cited ?? '{}') as Record<string, string | number>;
	return [cited.code, cited.title, cited.statement, dataset.aliases].join(' ');
}

if (!customElements.get('pl-rule-filter')) customElements.define('pl-rule-filter', RuleFilter);
