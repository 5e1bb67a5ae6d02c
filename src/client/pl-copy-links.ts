/** Milliseconds for which the link says that it was copied. */
const shownFor = 1_600;

/** Upgrades the links behind statements: a click copies the full address, and still goes there. */
class CopyLinks extends HTMLElement {
	connectedCallback(): void {
		const status = this.querySelector('[data-copy-status]');
		this.addEventListener('click', (event) => {
			const target = event.target instanceof Element ? event.target : null;
			const link = target?.closest<HTMLAnchorElement>('a.mark-link');
			if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
			void copy(link, status);
		});
	}
}

/** A refused clipboard changes nothing: the address bar shows the same link. */
async function copy(link: HTMLAnchorElement, status: Element | null): Promise<void> {
	try {
		await navigator.clipboard.writeText(link.href);
	} catch {
		if (status) status.textContent = 'Not copied: the link is in the address bar.';
		return;
	}
	link.dataset.copied = '';
	if (status) status.textContent = 'Link copied';
	setTimeout(() => {
		delete link.dataset.copied;
		if (status) status.textContent = '';
	}, shownFor);
}

if (!customElements.get('pl-copy-links')) customElements.define('pl-copy-links', CopyLinks);
