import { copyText } from '../clipboard.ts';

/**
 * Copies the text of the element that `data-of` names. Links to the site become
 * absolute, since the text is read elsewhere. Where the browser refuses, the text is selected.
 */
class Copy extends HTMLElement {
	connectedCallback(): void {
		const button = this.querySelector('button');
		if (!button) return;
		button.addEventListener('click', () => void this.#copy());
	}

	async #copy(): Promise<void> {
		const source = document.getElementById(this.dataset.of ?? '');
		const said = this.querySelector('[role="status"]');
		if (!source || !said) return;
		const text = source.textContent.replaceAll('](/', `](${location.origin}/`);
		const isCopied = await copyText(text);
		said.textContent = isCopied
			? 'Copied as Markdown'
			: 'The browser refused to copy. The text is selected: press Ctrl+C or ⌘C';
		if (!isCopied) this.#select(source);
	}

	#select(source: HTMLElement): void {
		for (let node: Element | null = source; node; node = node.parentElement) {
			if (node instanceof HTMLDetailsElement) node.open = true;
		}
		getSelection()?.selectAllChildren(source);
		source.scrollIntoView({ block: 'nearest' });
	}
}

customElements.define('pl-copy', Copy);
