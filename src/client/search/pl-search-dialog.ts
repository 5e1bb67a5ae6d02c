/** Opens the search in place of following the link to the search page; `/` and Ctrl or ⌘ K do, too. */
class SearchDialog extends HTMLElement {
	connectedCallback(): void {
		const dialog = this.querySelector('dialog');
		const opener = this.querySelector('[data-open-search]');
		if (!dialog || !opener) return;
		const open = (): void => {
			if (dialog.open) return;
			dialog.showModal();
			dialog.querySelector('input')?.select();
		};
		opener.addEventListener('click', (event) => {
			event.preventDefault();
			open();
		});
		this.querySelector('[data-close]')?.addEventListener('click', () => {
			dialog.close();
		});
		dialog.addEventListener('click', (event) => {
			const target = event.target instanceof Element ? event.target : null;
			// A click beside the box, or on a result that leads to another place of this page.
			if (target === dialog || target?.closest('[data-result]')) dialog.close();
		});
		document.addEventListener('keydown', (event) => {
			if (!isShortcut(event)) return;
			event.preventDefault();
			open();
		});
	}
}

function isShortcut(event: KeyboardEvent): boolean {
	if (event.key === 'k') return event.ctrlKey || event.metaKey;
	const isTyping =
		event.target instanceof Element &&
		event.target.closest('input, textarea, select, [contenteditable]');
	return event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
}

if (!customElements.get('pl-search-dialog'))
	customElements.define('pl-search-dialog', SearchDialog);
