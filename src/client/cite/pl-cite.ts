import type { CitationForm, Cited } from '../../review/citation.ts';
import { isShortcut } from '../keys.ts';
import { copyCitation } from './copy.ts';
import { findCited } from './find-cited.ts';
import { readForm, writeForm } from './form.ts';

/** Milliseconds for which the forms stay when nobody uses them. */
const shownFor = 8_000;

/** What copies on a click: controls, and the links of statements and of the guide's headings. */
const controls = '[data-cite], .mark-link, .sl-anchor-link';

/**
 * Copies what a place of the page says as text for a review, in the reader's form; then offers the other
 * forms. A click on a control copies, and so does the key `c`, for the row with the focus or else for
 * the page's rule. Where the clipboard is refused, a field holds the text, selected.
 */
class Cite extends HTMLElement {
	#cited: Cited | undefined;
	#opener: HTMLElement | undefined;
	#timer = 0;

	connectedCallback(): void {
		document.addEventListener('click', (event) => {
			const control = (event.target as Element).closest<HTMLElement>(controls);
			if (!control || event.ctrlKey || event.metaKey || event.shiftKey) return;
			if (!(control instanceof HTMLAnchorElement)) event.preventDefault();
			this.#start(control);
		});
		document.addEventListener('keydown', (event) => {
			if (isShortcut(event, 'c')) this.#start(getFocused());
		});
		this.addEventListener('click', (event) => {
			const button = (event.target as Element).closest<HTMLElement>('[data-form]');
			if (button) void this.#copy(button.dataset.form as CitationForm);
			else if ((event.target as Element).closest('[data-close]')) this.#close();
		});
		this.addEventListener('keydown', (event) => {
			if (event.key === 'Escape') this.#close();
		});
		this.addEventListener('focusin', () => {
			clearTimeout(this.#timer);
		});
		this.addEventListener('focusout', () => {
			this.#closeLater(true);
		});
	}

	#start(place: HTMLElement | undefined): void {
		const cited = place && findCited(place);
		if (!cited) return;
		this.#cited = cited;
		this.#opener = place;
		void this.#copy(readForm());
	}

	async #copy(form: CitationForm): Promise<void> {
		if (!this.#cited) return;
		writeForm(form);
		for (const button of this.querySelectorAll<HTMLElement>('[data-form]')) {
			button.setAttribute('aria-pressed', String(button.dataset.form === form));
		}
		const field = this.querySelector('textarea');
		const { text, message, isCopied } = await copyCitation(this.#cited, form);
		this.dataset.open = '';
		if (field) {
			field.hidden = isCopied;
			field.value = text;
			if (!isCopied) {
				field.focus();
				field.select();
			}
		}
		const said = this.querySelector('[role="status"]');
		if (said) said.textContent = message;
		this.#closeLater(isCopied);
	}

	#closeLater(isCopied: boolean): void {
		clearTimeout(this.#timer);
		if (!isCopied) return;
		this.#timer = window.setTimeout(() => {
			if (!this.contains(document.activeElement)) this.#close();
		}, shownFor);
	}

	/** Gives the focus back to where the copying began. */
	#close(): void {
		const hadFocus = this.contains(document.activeElement);
		delete this.dataset.open;
		const said = this.querySelector('[role="status"]');
		if (said) said.textContent = '';
		if (hadFocus) this.#opener?.focus();
	}
}

/** The focused element, where it can be cited; else the rule of the page. */
function getFocused(): HTMLElement | undefined {
	const active = document.activeElement;
	if (active instanceof HTMLElement && findCited(active)) return active;
	return document.querySelector<HTMLElement>('[data-cite="page"]') ?? undefined;
}

if (!customElements.get('pl-cite')) customElements.define('pl-cite', Cite);
