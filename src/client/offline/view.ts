import { formatBytes, formatCount } from '../../offline/words.ts';
import type { Progress } from './keep.ts';
import type { KeptPage, Summary } from './summary.ts';

/** The parts of the page, and what they say. */
export class OfflineView {
	readonly #root: HTMLElement;
	readonly reading: HTMLInputElement;
	readonly site: HTMLButtonElement;
	readonly off: HTMLButtonElement;

	constructor(root: HTMLElement) {
		this.#root = root;
		this.reading = find(root, '[data-reading]', HTMLInputElement);
		this.site = find(root, '[data-site]', HTMLButtonElement);
		this.off = find(root, '[data-off]', HTMLButtonElement);
	}

	/** Tells the reader something that happened. */
	say(text: string): void {
		this.#find('[data-said]').textContent = text;
	}

	/** The page stands in for one that is not kept. */
	showUnread(): void {
		this.#find('[data-unread]').hidden = false;
		document.title = 'This page is not kept';
		const heading = document.querySelector('h1');
		if (heading) heading.textContent = document.title;
	}

	show(summary: Summary, isOn: boolean): void {
		const { state, list, files, pages, isComplete } = summary;
		this.reading.checked = isOn && state.isReading;
		this.#find('[data-reading-text]').textContent = this.reading.checked ? 'On' : 'Off';
		this.reading.disabled = false;
		this.off.disabled = !isOn && files === 0 && pages.length === 0;
		if (list) this.#showSite(summary, list.transfer);
		this.#find('[data-kept]').textContent = describeKept(pages.length, isComplete, isOn);
	}

	#showSite({ list, files, bytes, isComplete }: Summary, transfer: number): void {
		const all = Object.values(list?.files ?? {});
		const total = all.reduce((sum, { size }) => sum + size, 0);
		this.#find('[data-size]').textContent =
			`About ${formatBytes(transfer)} to fetch, ${formatBytes(total)} in the browser.`;
		this.site.disabled = isComplete;
		this.site.textContent = isComplete
			? 'The whole site is kept'
			: files > 0 && bytes > total / 10
				? 'Go on'
				: 'Keep the whole site';
		this.showProgress({ files, bytes }, { files: all.length, bytes: total });
	}

	/** While files are fetched the button stops it. */
	showBusy(): void {
		this.site.disabled = false;
		this.site.textContent = 'Stop';
	}

	showProgress(done: Progress, all: Progress): void {
		const bar = find(this.#root, '[data-progress]', HTMLProgressElement);
		bar.max = all.bytes;
		bar.value = done.bytes;
		this.#find('[data-progress-text]').textContent =
			`${done.files.toLocaleString('en')} of ${formatCount(all.files, 'file', 'files')}, ${formatBytes(done.bytes)}`;
	}

	showRoom(text: string): void {
		this.#find('[data-room]').textContent = text;
	}

	showPages(pages: KeptPage[]): void {
		const rows = pages.map(({ url, title }) => {
			const row = document.createElement('li');
			const link = document.createElement('a');
			link.href = url;
			link.textContent = title;
			row.append(link);
			return row;
		});
		this.#find('[data-pages]').replaceChildren(...rows);
	}

	#find(selector: string): HTMLElement {
		return find(this.#root, selector, HTMLElement);
	}
}

function describeKept(count: number, isComplete: boolean, isOn: boolean): string {
	if (count === 0) return isOn ? 'No page is kept yet.' : 'Nothing is kept.';
	const pages = formatCount(count, 'page', 'pages');
	if (!isOn) return `${pages} are left from before; without the worker they cannot be read.`;
	if (isComplete) return `The whole site, ${pages}, and its search. Updates arrive by themselves.`;
	return `${pages}. The last that were kept:`;
}

function find<Found extends HTMLElement>(
	root: HTMLElement,
	selector: string,
	type: new () => Found,
): Found {
	const found = root.querySelector(selector);
	if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
	return found;
}
