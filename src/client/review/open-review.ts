import type { Change } from '../../review/change.ts';
import { compareReview } from '../../review/compare.ts';
import { formatJson } from '../../review/formats/json.ts';
import type { Answer, Catalog, Review, TextField } from '../../review/model.ts';
import { getProgress } from '../../review/progress.ts';
import { copyText } from '../clipboard.ts';
import { saveFile } from '../save-file.ts';
import { countRules, find, makeButton } from './dom.ts';
import { showKeys, takeKey } from './keys.ts';
import type { Messages } from './messages.ts';
import { showNews } from './news.ts';
import { makeReport } from './report.ts';
import { RowList } from './rows.ts';
import type { Place, Session } from './session.ts';

/** What is said of a review that storage does not have in this state, and what can be done. */
const unsaved: Partial<Record<Place, { text: string; action: [string, string] }>> = {
	link: {
		text: 'This review came with a link. It is kept in this browser once you change it, or now: ',
		action: ['keep', 'Keep it'],
	},
	deleted: {
		text: 'This review was deleted in another tab. It is here until you close this one: ',
		action: ['keep', 'Keep it'],
	},
	full: {
		text: 'The storage of this browser is full: the last changes are in this tab alone. Delete a review, or hand this one over as a file; each further change tries again. ',
		action: ['save file', 'Download JSON'],
	},
	off: {
		text: 'This browser keeps nothing for this site: the review is in this tab alone. Hand it over as a file or a link before you close the tab. ',
		action: ['save file', 'Download JSON'],
	},
};

/** Shows the review that is open, and takes what the reader does to it. The state is in its session. */
export class OpenReview {
	readonly #root: HTMLElement;
	readonly #catalog: Catalog;
	readonly #messages: Messages;
	readonly #rows: RowList;
	#session: Session | undefined;

	/** What the buttons do, by their `data-action`. */
	readonly actions: Record<string, (value: string) => unknown> = {
		undo: () => {
			this.#undo();
		},
		keys: () => {
			showKeys(this.#root);
		},
		print: () => {
			print();
		},
		keep: () => {
			this.#session?.keep();
			this.render();
			find(this.#root, '[data-view="review"]').focus();
		},
		download: () => this.#usePanels('downloadReview'),
		'save file': () => {
			if (this.review)
				saveFile(`review-${this.review.id}.json`, 'application/json', formatJson(this.review));
		},
		'copy export': () => this.#copy('[data-export]'),
		'copy link': () => this.#copy('[data-link]'),
		confirm: (code) => {
			this.#confirm(code);
		},
		'add new': () => {
			this.#addNew();
		},
		'leave out': () => {
			this.#leaveOut();
		},
		seen: () => {
			this.#change({ type: 'hold against', release: this.#catalog.release });
			find(this.#root, '[data-view="review"]').focus();
		},
	};

	constructor(root: HTMLElement, catalog: Catalog, messages: Messages) {
		this.#root = root;
		this.#catalog = catalog;
		this.#messages = messages;
		this.#rows = new RowList(root);
	}

	get review(): Review | undefined {
		return this.#session?.review;
	}

	/** Shows a session from its beginning. */
	open(session: Session): void {
		this.#session = session;
		this.#rows.clear();
		find<HTMLSelectElement>(this.#root, '[data-filter]').value = 'all';
		this.#rows.applyFilter('all');
		this.render();
		// What the workspace has to say stands above the review.
		find(this.#root, '[data-view="review"]').focus({ preventScroll: true });
		scrollTo(0, 0);
	}

	close(): void {
		this.#session = undefined;
	}

	/** Takes over what another tab has written. */
	refresh(): void {
		this.#session?.refresh();
		this.render();
	}

	/** Shows the state as it is now; rows are made anew only where rules came or went. */
	render(): void {
		const session = this.#session;
		if (!session) return;
		const { review } = session;
		// What came with a link and is kept now has an address of its own.
		if (session.isKept && location.hash.startsWith('#share=')) {
			history.replaceState(null, '', `#review=${review.id}`);
		}
		if (!this.#rows.fits(review)) this.#rows.build(review, this.#catalog);
		const comparison = compareReview(review, this.#catalog);
		this.#rows.update(review, comparison);
		this.#showHead(session);
		this.#showSaveState(session);
		showNews(find(this.#root, '[data-news]'), review, comparison, this.#catalog.release);
		find(this.#root, '[data-none]').hidden = this.#rows.getShown().length > 0;
		void this.fillPanels();
	}

	async fillPanels(): Promise<void> {
		if (this.#root.querySelector('[data-panel][open]')) await this.#usePanels('fillPanels');
	}

	/** The ways out are loaded when the first panel is opened. */
	async #usePanels(name: 'fillPanels' | 'downloadReview'): Promise<void> {
		try {
			const panels = await import('./panels.ts');
			if (this.review) await panels[name](this.#root, this.review, this.#catalog);
		} catch (error) {
			console.error(error);
			this.#messages.show(
				'A part of the page could not be loaded. The review is kept; try again. ',
				makeButton('save file', 'Download JSON'),
			);
		}
	}

	/** Fills what is printed, and nothing else is. */
	fillReport(): void {
		const report = this.review ? makeReport(this.review, this.#catalog) : [];
		find(this.#root, '[data-report]').replaceChildren(...report);
	}

	onChange(target: HTMLInputElement): void {
		const code = getCode(target);
		if (code && target.closest('[data-answer]')) this.#answer(code, target.value as Answer);
		else if (target.matches('[data-filter]')) {
			const count = this.#rows.applyFilter(target.value);
			find(this.#root, '[data-none]').hidden = count > 0;
			this.#messages.say(`${countRules(count)} shown`);
		} else if (target.name === 'review-format') void this.fillPanels();
	}

	onInput(target: HTMLInputElement): void {
		const code = getCode(target);
		const field = target.dataset.field as TextField | undefined;
		if (code && field) this.#change({ type: 'write', code, field, text: target.value });
		else if (target.matches('[data-name]')) this.#change({ type: 'rename', name: target.value });
	}

	onKey(event: KeyboardEvent): void {
		if (!this.#session) return;
		takeKey(event, this.#root, this.#rows, {
			answer: (code, answer) => {
				this.#answer(code, answer);
			},
			undo: () => {
				this.#undo();
			},
		});
	}

	/** Adds the rules whose codes a text names. */
	add(text: string): void {
		const asked: string[] = text.toUpperCase().match(/[A-Z]{2,5}-\d{3}/g) ?? [];
		const rules = this.#catalog.rules.filter(
			({ id, withdrawn }) => !withdrawn && asked.includes(id),
		);
		this.#change({ type: 'add', rules });
		const unknown = asked.filter((code) => !rules.some(({ id }) => id === code));
		if (rules[0]) this.#rows.focus(rules[0].id);
		if (unknown.length > 0 || rules.length === 0) {
			this.#messages.show(`No rule in force has the code ${unknown.join(', ') || text}.`);
		} else this.#messages.say(`In the review: ${countRules(rules.length)}`);
	}

	#change(change: Change): void {
		if (this.#session?.change(change)) this.render();
	}

	#answer(code: string, answer: Answer): void {
		const revision = this.#catalog.rules.find(({ id }) => id === code)?.revision;
		this.#change({ type: 'answer', code, answer, ...(revision !== undefined && { revision }) });
		if (!this.review) return;
		const { open } = getProgress(this.review, this.#catalog).all;
		this.#messages.say(`${code}: ${answer === 'open' ? 'not answered' : answer}. ${open} open.`);
	}

	#undo(): void {
		const current = this.#rows.getCurrent()?.dataset.code;
		if (!this.#session?.undo()) return;
		this.render();
		this.#messages.say('Undone');
		if (current !== undefined && this.#rows.focus(current)) return;
		// The row is gone, or the button has nothing left to undo: both would lose the focus.
		if (current !== undefined || !this.#session.canUndo) {
			find(this.#root, '[data-view="review"]').focus();
		}
	}

	#confirm(code: string): void {
		const rule = this.#catalog.rules.find(({ id }) => id === code);
		if (!rule) return;
		this.#change({ type: 'confirm', code, revision: rule.revision });
		this.#rows.focus(code);
		this.#messages.say(`${code}: the answer holds`);
	}

	#addNew(): void {
		const added = this.#getAdded();
		this.#change({ type: 'add', rules: added });
		if (added[0]) this.#rows.focus(added[0].id);
	}

	#leaveOut(): void {
		this.#change({ type: 'leave out', codes: this.#getAdded().map(({ id }) => id) });
		find(this.#root, '[data-view="review"]').focus();
	}

	#getAdded(): Catalog['rules'] {
		return this.review ? compareReview(this.review, this.#catalog).added : [];
	}

	#showHead({ review, canUndo, place }: Session): void {
		const { all } = getProgress(review, this.#catalog);
		const name = find<HTMLInputElement>(this.#root, '[data-name]');
		if (name !== document.activeElement) name.value = review.name;
		const progress = find<HTMLProgressElement>(this.#root, '[data-progress]');
		progress.max = Math.max(1, all.total);
		progress.value = all.total - all.open;
		find(this.#root, '[data-numbers]').textContent = [
			`${all.total - all.open} of ${all.total} answered`,
			`${all.met} met`,
			`${all['not met']} not met`,
			`${all['not applicable']} not applicable`,
			...(all.lacking > 0 ? [`${all.lacking} without a reason`] : []),
		].join(', ');
		find<HTMLButtonElement>(this.#root, '[data-action="undo"]').disabled = !canUndo;
		find(this.#root, '[data-saved]').textContent =
			place === 'saved' ? 'Saved in this browser' : 'Not saved';
	}

	#showSaveState({ place }: Session): void {
		const found = unsaved[place];
		if (found) this.#messages.show(found.text, makeButton(...found.action));
		else this.#messages.show();
	}

	async #copy(selector: string): Promise<void> {
		const field = find<HTMLTextAreaElement>(this.#root, selector);
		field.select();
		const isCopied = await copyText(field.value);
		this.#messages.show(
			isCopied
				? 'Copied.'
				: 'The browser refused to copy: the text is selected, press Ctrl+C or ⌘C.',
		);
		if (!isCopied) field.focus();
	}
}

/** Code of the row that an element is in. */
function getCode(target: HTMLElement): string | undefined {
	return target.closest<HTMLElement>('.review-row')?.dataset.code;
}
