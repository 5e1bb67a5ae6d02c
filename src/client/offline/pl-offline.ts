import type { OfflineList } from '../../offline/list.ts';
import { formatBytes, describeProblem } from '../../offline/words.ts';
import { fetchList, keepFiles } from './keep.ts';
import {
	canRegister,
	findRegistration,
	getWorkerPlace,
	register,
	unregister,
	type WorkerPlace,
} from './registration.ts';
import { OfflineStore } from './store.ts';
import { readPages, summarize } from './summary.ts';
import { OfflineView } from './view.ts';

/** Kept pages that are listed by title. */
const listed = 100;

/** Milliseconds after which a worker that was removed keeps nothing more. */
const settles = 300;

/** Milliseconds between two showings of the progress. */
const pace = 200;

/** The controls for reading offline. Nothing is registered before the reader asks for it. */
class Offline extends HTMLElement {
	readonly #view = new OfflineView(this);
	#place: WorkerPlace = { url: '', scope: '' };
	#store!: OfflineStore;
	#list: OfflineList | undefined;
	/** Ends the fetching that is under way. */
	#fetching: AbortController | undefined;

	connectedCallback(): void {
		if (!canRegister()) {
			this.#view.say(unable);
			return;
		}
		this.#place = getWorkerPlace(this.dataset.worker ?? '');
		this.#store = new OfflineStore(this.#place.scope, caches);
		const { reading, site, off } = this.#view;
		reading.addEventListener('change', () => {
			this.#attempt(() => this.#read(reading.checked));
		});
		site.addEventListener('click', () => {
			this.#attempt(() => this.#keepOrStop());
		});
		off.addEventListener('click', () => {
			this.#attempt(() => this.#turnOff());
		});
		const isUnread = location.pathname !== new URL(`${this.#place.scope}offline/`).pathname;
		if (isUnread) this.#view.showUnread();
		this.#attempt(async () => {
			await this.#show();
			await this.#loadList();
		});
	}

	/** Does something for the reader, who is told where it fails; what is shown is true again after it. */
	#attempt(act: () => Promise<void>): void {
		act()
			.catch((error: unknown) => {
				this.#view.say(describeProblem(error));
			})
			.then(() => this.#show())
			.catch((error: unknown) => {
				this.#view.say(describeProblem(error));
			});
	}

	async #loadList(): Promise<void> {
		const url = new URL(this.dataset.list ?? '', location.href).href;
		try {
			this.#list = (await fetchList(url, fetch)).list;
		} catch (error) {
			// Offline the controls show what is kept; a site without a list can be kept by nobody.
			if (navigator.onLine && (await findRegistration(this.#place)) === undefined) throw error;
		}
	}

	async #read(isReading: boolean): Promise<void> {
		if (isReading) await this.#start();
		await this.#store.writeState({ isReading });
		this.#view.say(
			isReading
				? 'From now on each page that you open is kept.'
				: 'No further pages are kept. Those that are kept stay until you delete them.',
		);
	}

	/** Registers the worker, if that has not been done. */
	async #start(): Promise<void> {
		if ((await findRegistration(this.#place))?.active) return;
		this.#view.say('Getting ready…');
		await this.#loadList();
		await register(this.#place);
	}

	async #keepOrStop(): Promise<void> {
		if (this.#fetching) {
			this.#fetching.abort();
			return;
		}
		this.#fetching = new AbortController();
		const { signal } = this.#fetching;
		this.#view.showBusy();
		try {
			await this.#start();
			await this.#keepAll(signal);
			this.#view.say('The whole site is kept, with its search. You can go offline.');
		} catch (error) {
			if (!signal.aborted) throw error;
			this.#view.say('Stopped. What is fetched so far stays; go on whenever you like.');
		} finally {
			this.#fetching = undefined;
		}
	}

	async #keepAll(signal: AbortSignal): Promise<void> {
		const url = new URL(this.dataset.list ?? '', location.href).href;
		const { list, text } = await fetchList(url, fetch);
		this.#list = list;
		// The browser may throw away what it did not promise to keep; some ask the reader, some decide.
		void navigator.storage.persist();
		const addresses = Object.keys(list.files);
		const bytes = Object.values(list.files).reduce((sum, { size }) => sum + size, 0);
		let shown = 0;
		this.#view.say('Fetching. Leave this page open until it is done.');
		await keepFiles(list, addresses, {
			store: this.#store,
			fetch: fetch.bind(globalThis),
			signal,
			onProgress: (done) => {
				if (performance.now() - shown < pace) return;
				shown = performance.now();
				this.#view.showProgress(done, { files: addresses.length, bytes });
			},
		});
		await this.#store.writeState({ isWhole: true });
		await this.#store.writeList(list, text, true);
		await this.#store.delete(this.#store.names.read);
	}

	async #turnOff(): Promise<void> {
		this.#fetching?.abort();
		await unregister(this.#place);
		await this.#store.deleteAll();
		// What the worker was about to keep for this page comes within a moment.
		await new Promise((resolve) => setTimeout(resolve, settles));
		await this.#store.deleteAll();
		this.#view.say('Reading offline is off, and everything that was kept is deleted.');
	}

	async #show(): Promise<void> {
		if (this.#fetching) return;
		const summary = await summarize(this.#store, this.#list);
		const isOn = Boolean(await findRegistration(this.#place));
		this.#view.show(summary, isOn);
		const pages = summary.isComplete || !isOn ? [] : summary.pages.slice(0, listed);
		this.#view.showPages(await readPages(this.#store, pages));
		const { usage = 0, quota = 0 } = await navigator.storage.estimate();
		this.#view.showRoom(
			`This address uses ${formatBytes(usage)} of the browser’s storage, of about ${formatBytes(quota)}.`,
		);
	}
}

const unable =
	'This browser cannot read offline here. It needs service workers and storage, which a private window or a setting may forbid, and an address that begins with https.';

customElements.define('pl-offline', Offline);
