/** Milliseconds for which the page says that something was copied. */
const noticeFor = 2_000;

/**
 * Upgrades the page of a rule: copies a link that knows its revision, and says where the rule has moved
 * on since the revision that a link names.
 */
class RuleElement extends HTMLElement {
	connectedCallback(): void {
		for (const button of this.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
			button.hidden = false;
			button.addEventListener('click', () => {
				void this.#copy(button.dataset.copy ?? 'link');
			});
		}
		this.#showMoved();
	}

	async #copy(form: string): Promise<void> {
		const status = this.querySelector('[data-copy-status]');
		const { code = '', title = '', url = '', revision = '' } = this.dataset;
		const link = new URL(`${url}?rev=${revision}`, location.href).href;
		const statement = this.querySelector('[data-statement]')?.textContent.trim() ?? '';
		const text = form === 'markdown' ? `[${code}: ${title}](${link})\n> ${statement}` : link;
		let said = form === 'markdown' ? 'Copied for review' : 'Link copied';
		try {
			await navigator.clipboard.writeText(text);
		} catch {
			said = 'Not copied: the link is in the address bar.';
		}
		if (!status) return;
		status.textContent = said;
		setTimeout(() => {
			status.textContent = '';
		}, noticeFor);
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
			.map(({ dataset }) => dataset.class ?? '');
		place.append(
			makeText('strong', `This rule has changed since revision ${cited}`),
			makeText('span', ` (${since.reverse().join(', ')}).`),
			makeText('p', `Then: ${past.dataset.pastStatement ?? ''}`),
			makeText('p', `Now: ${this.querySelector('[data-statement]')?.textContent.trim() ?? ''}`),
		);
		place.hidden = false;
	}
}

function makeText(tag: string, text: string): HTMLElement {
	const element = document.createElement(tag);
	element.textContent = text;
	return element;
}

if (!customElements.get('pl-rule')) customElements.define('pl-rule', RuleElement);
