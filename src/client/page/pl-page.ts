import { copyText } from '../clipboard.ts';

/** What can be copied of a page. */
const copies: Record<string, { say: string; get: (twin: string) => Promise<string> }> = {
	link: { say: 'Link copied', get: () => Promise.resolve(location.href.replace(/[?#].*/, '')) },
	markdown: { say: 'Markdown copied', get: fetchText },
};

/** Shows and serves the buttons that copy a page's address or its Markdown. */
class PageActions extends HTMLElement {
	connectedCallback(): void {
		for (const button of this.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
			button.addEventListener('click', () => void this.#copy(button.dataset.copy ?? ''));
		}
	}

	async #copy(name: string): Promise<void> {
		const said = this.querySelector('[role="status"]');
		const copy = copies[name];
		if (!said || !copy) return;
		said.textContent = await copy.get(this.dataset.twin ?? '').then(
			async (text) => ((await copyText(text)) ? copy.say : 'The browser refused to copy'),
			() => 'The Markdown could not be fetched',
		);
	}
}

async function fetchText(url: string): Promise<string> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url}: ${response.status}`);
	return response.text();
}

customElements.define('pl-page', PageActions);
