/** Loads the search field once a reader turns to one: at once where the address carries a query. */
function load(): void {
	void import('./pl-search-field.ts');
}

if (document.querySelector('pl-search-field[data-from-url]')) load();
else document.addEventListener('focusin', loadOnFocus);

function loadOnFocus({ target }: FocusEvent): void {
	if (!(target instanceof Element) || !target.closest('pl-search-field')) return;
	document.removeEventListener('focusin', loadOnFocus);
	load();
}
