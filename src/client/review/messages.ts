import { find } from './dom.ts';

/** What the workspace tells its reader: on the page, and to a screen reader. */
export class Messages {
	readonly #root: HTMLElement;

	constructor(root: HTMLElement) {
		this.#root = root;
	}

	/** Shows a message that stays until the next one; without content, none. */
	show(...content: (string | Node)[]): void {
		const place = find(this.#root, '[data-notice]');
		const before = place.textContent;
		place.replaceChildren(...content);
		place.hidden = place.textContent === '';
		if (!place.hidden && place.textContent !== before) this.say(place.textContent);
	}

	/** Says something to a screen reader alone. */
	say(text: string): void {
		find(this.#root, '[data-said]').textContent = text;
	}
}
