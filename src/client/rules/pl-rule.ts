/** Upgrades the page of a rule: says where it has moved on since the revision that a link names. */
class RuleElement extends HTMLElement {
	connectedCallback(): void {
		this.#showMoved();
	}

	/** Says what changed since the revision in the URL; nothing for the current one. */
	#showMoved(): void {
		const place = this.querySelector<HTMLElement>('[data-moved]');
		const cited = Number(new URLSearchParams(location.search).get('rev'));
		const current = Number(this.dataset.revision);
		if (!place || !Number.isInteger(cited) || cited < 1 || cited >= current) return;
		const past = this.querySelector<HTMLElement>(`[data-past="${cited}"]`);
		if (!past) return;
		const since = [...this.querySelectorAll<HTMLElement>('[data-past]')]
			.filter(({ dataset }) => Number(dataset.past) > cited)
			.reverse();
		const classes = since.map(({ dataset }) => dataset.class ?? '').join(', ');
		const title = makeText('p', '');
		title.append(
			makeText('strong', `This rule has changed since revision ${cited}`),
			` (${classes}).`,
		);
		place.append(
			title,
			// Why, in the words of the history, with their links.
			...since.flatMap((each) => [...each.querySelectorAll('[data-why]')]).map(cloneWhole),
			makeText('p', `Then: ${past.dataset.pastStatement ?? ''}`),
			makeText('p', `Now: ${this.querySelector('[data-statement]')?.textContent.trim() ?? ''}`),
		);
		place.hidden = false;
	}
}

function cloneWhole(element: Element): Node {
	return element.cloneNode(true);
}

function makeText(tag: string, text: string): HTMLElement {
	const element = document.createElement(tag);
	element.textContent = text;
	return element;
}

if (!customElements.get('pl-rule')) customElements.define('pl-rule', RuleElement);
