import { getLevelName } from '../../rules/model.ts';
import type { Comparison } from '../../review/compare.ts';
import { getRows, type Row } from '../../review/rows.ts';
import {
	type Catalog,
	type CatalogRule,
	isLink,
	lacksReason,
	needsReason,
	type Review,
	textFields,
} from '../../review/model.ts';
import { find, make, makeButton } from './dom.ts';

/** Whether a row is shown, by the name of what the list shows; by its answer under any other name. */
const filters: Record<string, (row: DOMStringMap) => boolean> = {
	all: () => true,
	lacking: ({ lacking }) => lacking === 'true',
	changed: ({ isChanged }) => isChanged === 'true',
};

/** The list of a review's rules, made from a template of the page. */
export class RowList {
	readonly #place: HTMLElement;
	readonly #template: HTMLTemplateElement;
	readonly #damages: Record<string, string>;
	readonly #rows = new Map<string, HTMLElement>();
	#filter = 'all';

	constructor(root: HTMLElement) {
		this.#place = find(root, '[data-rules]');
		this.#template = find<HTMLTemplateElement>(root, '[data-template="row"]');
		this.#damages = JSON.parse(find(root, '[data-damages]').textContent) as Record<string, string>;
		// A row that no longer matches goes when the reader leaves it, so that the focus is never lost.
		this.#place.addEventListener('focusout', () => {
			setTimeout(() => {
				this.applyFilter(this.#filter);
			});
		});
	}

	/**
	 * Makes the rows of a review, by what breaking their rules costs. Rows that are there are kept: a
	 * reader may be typing in one.
	 */
	build(review: Review, catalog: Catalog): void {
		const focused = document.activeElement;
		for (const code of this.#rows.keys()) if (!review.items[code]) this.#rows.delete(code);
		const rows = getRows(review, catalog);
		const groups = Map.groupBy(rows, ({ rule }) => rule?.damage ?? '');
		const sections = [...groups].map(([damage, members]) =>
			make(
				'section',
				{},
				make('h2', {}, this.#damages[damage] ?? 'Not among the rules of this site'),
				make('ol', { class: 'plain-list' }, ...members.map((row) => this.#makeRow(row))),
			),
		);
		this.#place.replaceChildren(...sections);
		if (focused instanceof HTMLElement && this.#place.contains(focused)) focused.focus();
	}

	/** Forgets the rows of the review before. */
	clear(): void {
		this.#rows.clear();
	}

	/** Whether the rows are those of a review. */
	fits(review: Review): boolean {
		const codes = Object.keys(review.items);
		return codes.length === this.#rows.size && codes.every((code) => this.#rows.has(code));
	}

	/** Shows what a review says now. A field that is being typed in stays as it is. */
	update(review: Review, { changed, withdrawn }: Comparison): void {
		const withdrawals = new Map(withdrawn.map((rule) => [rule.id, rule.withdrawn]));
		const changes = new Map(changed.map((each) => [each.rule.id, each]));
		for (const [code, row] of this.#rows) {
			const item = review.items[code];
			if (!item) continue;
			row.dataset.state = item.answer;
			row.dataset.lacking = String(lacksReason(item));
			row.dataset.isChanged = String(changes.has(code));
			for (const radio of row.querySelectorAll<HTMLInputElement>('[type="radio"]')) {
				radio.checked = radio.value === item.answer;
			}
			for (const name of textFields) {
				const field = find<HTMLInputElement>(row, `[data-field="${name}"]`);
				if (field !== document.activeElement) field.value = item[name];
			}
			find(row, '[data-for="reason"]').hidden = !needsReason(item) && item.reason === '';
			find(row, '[data-missing]').hidden = !lacksReason(item);
			const link = find<HTMLAnchorElement>(row, '[data-evidence-link]');
			link.hidden = !isLink(item.evidence);
			link.href = link.hidden ? '#' : item.evidence;
			this.#showChange(row, changes.get(code), withdrawals.get(code));
		}
		this.applyFilter(this.#filter);
	}

	/** Shows the rows that match, and the one with the focus. Returns how many. */
	applyFilter(filter: string): number {
		this.#filter = filter;
		for (const row of this.#rows.values()) {
			const isMatch = filters[filter] ?? (({ state }: DOMStringMap) => state === filter);
			row.hidden = !isMatch(row.dataset) && !row.contains(document.activeElement);
		}
		for (const section of this.#place.querySelectorAll('section')) {
			section.hidden = !section.querySelector('li:not([hidden])');
		}
		return this.getShown().length;
	}

	getShown(): HTMLElement[] {
		return [...this.#rows.values()].filter((row) => !row.hidden);
	}

	/** The row that holds the focus. */
	getCurrent(): HTMLElement | undefined {
		return [...this.#rows.values()].find((row) => row.contains(document.activeElement));
	}

	/** Moves the focus by so many rows; without one, to the first or the last. */
	move(by: 1 | -1): void {
		const shown = this.getShown();
		const row = this.getCurrent();
		const at = row ? shown.indexOf(row) + by : by > 0 ? 0 : shown.length - 1;
		shown[Math.min(Math.max(at, 0), shown.length - 1)]?.focus();
	}

	/** Gives a row the focus, whatever is shown. Returns whether there is one. */
	focus(code: string): boolean {
		const row = this.#rows.get(code);
		if (!row) return false;
		row.hidden = false;
		row.closest('section')?.removeAttribute('hidden');
		row.focus();
		return true;
	}

	#makeRow({ code, rule }: Row): HTMLElement {
		const known = this.#rows.get(code);
		if (known) return known;
		const row = find(this.#template.content, 'li').cloneNode(true) as HTMLElement;
		row.dataset.code = code;
		const show = (name: string, text: string): void => {
			find(row, `[data-${name}]`).textContent = text;
		};
		show('code', code);
		show('title', rule?.title ?? 'Unknown rule');
		const label = find(row, '[data-label]');
		label.textContent = rule ? getLevelName(rule) : '';
		label.dataset.level = rule?.level ?? '';
		label.hidden = !rule;
		show(
			'statement',
			rule?.statement ?? 'This site has no rule with this code. The answer is kept.',
		);
		show('question', rule?.question ?? '');
		show('evidence', rule?.evidence ?? '');
		if (rule) {
			find<HTMLAnchorElement>(row, '[data-url]').href = rule.url;
			const { title, statement, url, revision } = rule;
			const level = getLevelName(rule);
			row.dataset.cited = JSON.stringify({ code, title, level, statement, url, revision });
		} else {
			for (const ask of row.querySelectorAll<HTMLElement>('.ask, [data-cite]')) ask.hidden = true;
		}
		row.setAttribute('aria-label', `${code} ${rule?.title ?? ''}`);
		for (const radio of row.querySelectorAll<HTMLInputElement>('[type="radio"]')) {
			radio.name = `answer-${code}`;
		}
		find(row, 'legend').textContent = `Answer for ${code}`;
		this.#rows.set(code, row);
		return row;
	}

	#showChange(
		row: HTMLElement,
		change: Comparison['changed'][number] | undefined,
		withdrawal: CatalogRule['withdrawn'],
	): void {
		const place = find(row, '[data-changed]');
		place.hidden = !change && !withdrawal;
		if (withdrawal) {
			const { date, reason, successors } = withdrawal;
			const instead = successors.length > 0 ? ` In its place: ${successors.join(', ')}.` : '';
			place.replaceChildren(`Withdrawn on ${date}. ${reason}${instead}`);
		}
		if (!change) return;
		const { rule, before, changes } = change;
		place.replaceChildren(
			make('p', {}, make('strong', {}, 'Changed since it was answered. ')),
			...changes.map(({ class: name, note }) => make('p', {}, `${name}: ${note}`)),
			make('p', {}, `Then: ${before ?? 'a revision that this site does not know'}`),
			make('p', {}, `Now: ${rule.statement}`),
			makeButton('confirm', 'The answer still holds', rule.id),
		);
	}
}
