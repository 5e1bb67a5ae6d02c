/**
 * Loads the search field once a reader turns to one; at once on the search page. The names are fetched beside
 * the code, not after it.
 */
async function load(field: HTMLElement): Promise<void> {
	const { index = '' } = field.dataset;
	const names = fetch(index);
	// Whoever asks for the names hears of a failure.
	names.catch(() => undefined);
	const { defineSearch } = await import('./pl-search-field.ts');
	defineSearch(index, names);
}

const onPage = document.querySelector<HTMLElement>('pl-search-field[data-page-search]');
if (onPage) void load(onPage);
else document.addEventListener('focusin', loadOnFocus);

function loadOnFocus({ target }: FocusEvent): void {
	const field = target instanceof Element && target.closest<HTMLElement>('pl-search-field');
	if (!field) return;
	document.removeEventListener('focusin', loadOnFocus);
	void load(field);
}
