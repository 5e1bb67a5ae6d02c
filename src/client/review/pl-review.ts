import { formatJson } from '../../review/formats/json.ts';
import { type Catalog, cleanName, formatVersion, type Review } from '../../review/model.ts';
import { getBase } from '../base.ts';
import { findShelf, getOwnKey } from '../shelf.ts';
import { find, makeButton } from './dom.ts';
import type { MergeView } from './merge-view.ts';
import { Messages } from './messages.ts';
import { getToday, makeId, makeReview } from './new-review.ts';
import { OpenReview } from './open-review.ts';
import { Session } from './session.ts';
import { downloadRaw, readScope, showReviews, watchChoices } from './start.ts';
import { ReviewStore } from './store.ts';

type View = 'start' | 'review' | 'merge';

/**
 * The review workspace: begins, opens, receives, copies and deletes reviews. The address says which one
 * is open; `OpenReview` shows it.
 */
class ReviewElement extends HTMLElement {
	readonly #store = new ReviewStore(findShelf(), makeId);
	#messages!: Messages;
	/** Another copy of a review that is here, while the reader decides. */
	#merge: MergeView | undefined;
	/** Both are there once the rules are loaded. */
	#catalog: Catalog | undefined;
	#open: OpenReview | undefined;
	/** Deleted last, for its undo. */
	#deleted: Review | undefined;
	#otherTab = 0;

	/** What the buttons do, by their `data-action`; those of an open review are its own. */
	readonly #actions: Record<string, (value: string) => unknown> = {
		close: () => this.#goToStart(),
		duplicate: (id) => {
			const review = this.#open?.review ?? this.#store.read(id);
			if (review) this.#adopt({ ...review, id: makeId() }, ' (copy)');
		},
		delete: (id) => {
			this.#delete(this.#open?.review ?? this.#store.read(id));
		},
		restore: () => {
			if (this.#deleted) this.#adopt(this.#deleted);
		},
		merge: () => {
			this.#settle();
		},
		'import copy': () => {
			const theirs = this.#merge?.theirs;
			if (theirs) this.#adopt({ ...theirs, id: makeId() }, ' (copy)');
		},
		'save raw': (key) => {
			downloadRaw(this.#store, key);
		},
	};

	connectedCallback(): void {
		this.#messages = new Messages(this);
		this.addEventListener('click', (event) => {
			const button = (event.target as Element).closest<HTMLButtonElement>('[data-action]');
			const name = button?.dataset.action ?? '';
			void (this.#actions[name] ?? this.#open?.actions[name])?.(button?.value ?? '');
		});
		this.addEventListener('change', (event) => {
			this.#open?.onChange(event.target as HTMLInputElement);
		});
		this.addEventListener('input', (event) => {
			this.#open?.onInput(event.target as HTMLInputElement);
		});
		this.addEventListener('submit', (event) => {
			const form = event.target as HTMLFormElement;
			if (form.dataset.form) event.preventDefault();
			void this.#submit(form);
		});
		this.addEventListener('toggle', () => void this.#open?.fillPanels(), true);
		document.addEventListener('keydown', (event) => {
			this.#open?.onKey(event);
		});
		watchChoices(find<HTMLFormElement>(this, '[data-form="new"]'), () => this.#catalog);
		addEventListener('hashchange', () => {
			// Other fragments lead to places of the page, such as the skip link.
			if (/^(#(share|review|new)\b.*)?$/.test(location.hash)) void this.#route();
		});
		addEventListener('storage', ({ key }) => {
			if (this.#store.isReviewKey(getOwnKey(key), this.#open?.review?.id)) this.#onOtherTab();
		});
		addEventListener('beforeunload', (event) => {
			if (this.#store.hasUnsaved()) event.preventDefault();
		});
		addEventListener('beforeprint', () => {
			this.#open?.fillReport();
		});
		void this.#load();
	}

	async #load(): Promise<void> {
		try {
			const response = await fetch(`${getBase()}/review/catalog.json`);
			const catalog = (await response.json()) as Catalog;
			if (catalog.version !== formatVersion) throw new Error('another version');
			this.#catalog = catalog;
			this.#open = new OpenReview(this, catalog, this.#messages);
		} catch {
			this.#messages.show(
				'The rules could not be loaded. Load the page again; your reviews are kept.',
			);
			return;
		}
		await this.#route();
	}

	/** Shows what the address names: a review, one that was shared, one to be made, or the start. */
	async #route(): Promise<void> {
		const catalog = this.#catalog;
		if (!catalog) return;
		this.#messages.show();
		const hash = new URLSearchParams(location.hash.slice(1));
		const slug = new URLSearchParams(location.search).get('pack');
		const pack = catalog.packs.find((each) => each.slug === slug);
		const share = hash.get('share');
		const id = hash.get('review');
		if (share !== null) await this.#receive(`#share=${share}`, true);
		else if (id !== null) this.#show(id);
		else if (pack) this.#create(pack.select, pack.title);
		else if (hash.has('new')) this.#create(readScope(hash), hash.get('name') ?? '');
		else this.#showView('start');
	}

	#showView(view: View): void {
		for (const section of this.querySelectorAll<HTMLElement>('[data-view]')) {
			section.hidden = section.dataset.view !== view;
		}
		this.toggleAttribute('data-open', view === 'review');
		if (view !== 'review') this.#open?.close();
		if (view === 'start' && this.#catalog) showReviews(this, this.#store, this.#catalog);
	}

	/** Shows the start with a message. */
	#refuse(message: string): void {
		this.#showView('start');
		this.#messages.show(message);
	}

	async #goToStart(): Promise<void> {
		history.pushState(null, '', location.pathname);
		await this.#route();
		const hasOwn = !find(this, '[data-yours]').hidden;
		find(this, hasOwn ? '#review-yours' : '.packs a').focus();
	}

	#create(scope: Review['scope'], title: string): void {
		const review = this.#catalog && makeReview(scope, title, this.#catalog);
		if (review) this.#adopt(review);
		else {
			this.#refuse('No rule matches this selection. Choose at least one thing, or something else.');
		}
	}

	/** Keeps a review that is new here, and opens it. */
	#adopt(review: Review, suffix = ''): void {
		const named = { ...review, name: cleanName(`${review.name}${suffix}`) };
		const session = new Session(this.#store, named);
		session.keep();
		this.#showSession(session);
	}

	#show(id: string): void {
		const review = this.#store.read(id);
		if (review) this.#showSession(new Session(this.#store, review));
		else this.#refuse('This review is not in this browser: it was deleted, or made elsewhere.');
	}

	#showSession(session: Session): void {
		// A link that is not kept yet stays in the address, so that a reload finds it.
		if (session.isKept) {
			history.replaceState(null, '', `${location.pathname}#review=${session.review.id}`);
		}
		this.#showView('review');
		this.#open?.open(session);
	}

	/**
	 * Takes a review that came from elsewhere, as text or link. One that is here is merged, and never
	 * replaced. The ways in are loaded when the first one comes. Returns whether it is one.
	 */
	async #receive(text: string, isLink = false): Promise<boolean> {
		const [{ readText }, { MergeView }] = await Promise.all([
			import('./transfer.ts'),
			import('./merge-view.ts'),
		]);
		const result = await readText(text, makeId, getToday());
		if ('problem' in result) {
			this.#refuse(result.problem);
			return false;
		}
		const { review } = result;
		const mine = this.#store.read(review.id);
		if (!mine) {
			// What cannot be read here is left alone: a copy gets a name of its own.
			const own = this.#store.has(review.id) ? { ...review, id: makeId() } : review;
			if (isLink) this.#showSession(new Session(this.#store, own, 'link'));
			else this.#adopt(own);
		} else if (formatJson(mine) === formatJson(review)) this.#show(mine.id);
		else if (this.#catalog) {
			this.#merge = new MergeView(this, review);
			this.#showView('merge');
			this.#merge.show(mine, this.#catalog);
			find(this, '#review-merge').focus();
		}
		return true;
	}

	#settle(): void {
		const merge = this.#merge;
		const mine = this.#store.read(merge?.theirs.id ?? '');
		if (!merge || !mine) {
			this.#refuse(
				'The review was deleted in another tab meanwhile. Open the link or the file again.',
			);
			return;
		}
		const session = new Session(this.#store, mine);
		session.replace(merge.settle(mine, this.#store.copy));
		this.#showSession(session);
		this.#messages.say('Merged');
	}

	#delete(review: Review | undefined): void {
		if (!review) return;
		this.#deleted = review;
		this.#store.remove(review.id);
		history.replaceState(null, '', location.pathname);
		this.#showView('start');
		const undo = makeButton('restore', 'Undo');
		this.#messages.show(`“${review.name}” is deleted. `, undo);
		undo.focus();
	}

	async #submit(form: HTMLFormElement): Promise<void> {
		const data = new FormData(form);
		const getText = (name: string): string => {
			const value = data.get(name);
			return typeof value === 'string' ? value : '';
		};
		if (form.dataset.form === 'new') this.#create(readScope(data), getText('name'));
		else if (form.dataset.form === 'import') {
			const file = data.get('file');
			const isFile = file instanceof File && file.size > 0;
			const text = isFile ? await file.text() : getText('text');
			if (await this.#receive(text)) form.reset();
		} else if (form.dataset.form === 'add') {
			this.#open?.add(getText('codes'));
			form.reset();
		}
	}

	/** Another tab may write many keys at once: they are looked at together. */
	#onOtherTab(): void {
		clearTimeout(this.#otherTab);
		this.#otherTab = window.setTimeout(() => {
			this.#refresh();
		});
	}

	#refresh(): void {
		if (this.#open?.review) this.#open.refresh();
		else if (!find(this, '[data-view="start"]').hidden) this.#showView('start');
	}
}

if (!customElements.get('pl-review')) customElements.define('pl-review', ReviewElement);
