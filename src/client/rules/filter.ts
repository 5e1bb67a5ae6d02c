/** A rule as the filter sees it. */
export interface FilteredRule {
	/** Code, title, statement and aliases. */
	text: string;
	/** Values by facet. */
	facets: Record<string, string[]>;
}

/** What the reader asked for: words, and for each facet the values of which a rule has one. */
export interface FilterState {
	text: string;
	facets: Record<string, string[]>;
}

/** Reads the state from a query string; unknown names are left out. */
export function parseState(query: string, names: string[]): FilterState {
	const params = new URLSearchParams(query);
	const facets = names.map((name): [string, string[]] => [
		name,
		params.getAll(name).flatMap((value) => value.split(',').filter(Boolean)),
	]);
	return { text: params.get('text') ?? '', facets: Object.fromEntries(facets) };
}

/** Returns the state as a query string that `parseState` reads; empty where nothing is asked. */
export function formatState({ text, facets }: FilterState): string {
	const pairs = Object.entries(facets)
		.filter(([, values]) => values.length > 0)
		.map(([name, values]) => `${name}=${values.map(encodeURIComponent).join(',')}`);
	if (text.trim() !== '') pairs.unshift(`text=${encodeURIComponent(text.trim())}`);
	return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Whether a rule has every word, and in each facet one of the values that were chosen. */
export function matches(rule: FilteredRule, state: FilterState, except?: string): boolean {
	const text = fold(rule.text);
	return (
		fold(state.text)
			.split(/\s+/)
			.every((word) => text.includes(word)) &&
		Object.entries(state.facets).every(
			([name, values]) =>
				name === except ||
				values.length === 0 ||
				values.some((value) => rule.facets[name]?.includes(value)),
		)
	);
}

/**
 * Returns how many rules each value of a facet would show: those that match everything else that was
 * asked for.
 */
export function countValues(
	rules: FilteredRule[],
	state: FilterState,
	facet: string,
): Map<string, number> {
	const counts = new Map<string, number>();
	for (const rule of rules.filter((each) => matches(each, state, facet))) {
		for (const value of rule.facets[facet] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return counts;
}

function fold(text: string): string {
	return text.toLowerCase().trim();
}
