/** Values by facet: what an item has, or what a reader chose. */
export type Facets = Record<string, string[]>;

/** Reads the chosen values of these facets from a query string; other names are left out. */
export function parseChoice(query: string, names: string[]): Facets {
	const params = new URLSearchParams(query);
	return Object.fromEntries(
		names.map((name) => [
			name,
			params.getAll(name).flatMap((value) => value.split(',').filter(Boolean)),
		]),
	);
}

/**
 * Returns a text under a name and the chosen values as a query string, which `parseChoice` reads; empty
 * where nothing is asked.
 */
export function formatChoice(name: string, text: string, chosen: Facets): string {
	const pairs = Object.entries(chosen)
		.filter(([, values]) => values.length > 0)
		.map(([facet, values]) => `${facet}=${values.map(encodeURIComponent).join(',')}`);
	if (text.trim() !== '') pairs.unshift(`${name}=${encodeURIComponent(text.trim())}`);
	return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Whether an item has, in each facet but `except`, one of the values that were chosen. */
export function hasChosen(facets: Facets, chosen: Facets, except?: string): boolean {
	return Object.entries(chosen).every(
		([name, values]) =>
			name === except ||
			values.length === 0 ||
			values.some((value) => facets[name]?.includes(value)),
	);
}

/**
 * Returns how many items each value of a facet would show: those that have everything else that was
 * chosen.
 */
export function countValues(
	items: { facets: Facets }[],
	chosen: Facets,
	facet: string,
): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { facets } of items.filter((item) => hasChosen(item.facets, chosen, facet))) {
		for (const value of facets[facet] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return counts;
}

/** Returns the names of a form's facets, in their order. */
export function getFacetNames(form: HTMLFormElement): string[] {
	return [...form.querySelectorAll<HTMLElement>('[data-facet]')].map(
		({ dataset }) => dataset.facet ?? '',
	);
}

/** Returns what is chosen in a form of `Facets.astro`. */
export function readChoice(form: HTMLFormElement): Facets {
	const data = new FormData(form);
	return Object.fromEntries(
		getFacetNames(form).map((name) => [
			name,
			data.getAll(name).filter((value) => typeof value === 'string'),
		]),
	);
}

/** Ticks what was chosen, and opens the facets in which something is. */
export function writeChoice(form: HTMLFormElement, chosen: Facets): void {
	for (const box of form.querySelectorAll<HTMLInputElement>('[data-facet] [type="checkbox"]')) {
		box.checked = chosen[box.name]?.includes(box.value) ?? false;
		if (box.checked) box.closest('details')?.setAttribute('open', '');
	}
}

/** Shows at each value how many items it would show, and how many values are chosen. */
export function showCounts(
	form: HTMLFormElement,
	items: { facets: Facets }[],
	chosen: Facets,
): void {
	for (const facet of form.querySelectorAll<HTMLElement>('[data-facet]')) {
		const counts = countValues(items, chosen, facet.dataset.facet ?? '');
		const boxes = [...facet.querySelectorAll('input')];
		for (const box of boxes) {
			const count = counts.get(box.value) ?? 0;
			const place = box.closest('label')?.querySelector('[data-count]');
			if (place) place.textContent = String(count);
			box.disabled = count === 0 && !box.checked;
		}
		const number = boxes.filter(({ checked }) => checked).length;
		const said = facet.querySelector('[data-chosen]');
		if (said) said.textContent = number === 0 ? '' : `${number} chosen`;
	}
}
