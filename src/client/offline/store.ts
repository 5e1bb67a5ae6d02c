import { type OfflineList, parseList } from '../../offline/list.ts';
import { type CacheNames, getSiteAddress, makeCacheNames } from '../../offline/names.ts';

/** What the reader chose. */
export interface OfflineState {
	/** Pages are kept as they are read. */
	isReading: boolean;
	/** All of the site is kept, and updates bring all of it. */
	isWhole: boolean;
}

const off: OfflineState = { isReading: false, isWhole: false };

/** Entries beside the files: no file of a site has such a name. */
const stateKey = '~state';
const listKey = '~list';
const completeKey = '~complete';

/** What is kept of a site: one cache for each build, and one for what was read since. */
export class OfflineStore {
	readonly names: CacheNames;
	readonly scope: string;
	readonly #caches: CacheStorage;

	/** The scope is the address of the folder that the site lies in. */
	constructor(scope: string, storage: CacheStorage) {
		this.scope = scope;
		this.names = makeCacheNames(new URL(scope).pathname);
		this.#caches = storage;
	}

	/** Looks without making a cache. Hosts vary their answers by encoding, which changes no content. */
	find(address: string, cacheName: string): Promise<Response | undefined> {
		return this.#caches.match(this.getUrl(address), { cacheName, ignoreVary: true });
	}

	/** Looks through these caches and then through all of the site. */
	async findAnywhere(address: string, first: string[] = []): Promise<Response | undefined> {
		const all = await this.list();
		for (const name of new Set([...first, ...all])) {
			const kept = await this.find(address, name);
			if (kept) return kept;
		}
		return undefined;
	}

	async put(cacheName: string, address: string, response: Response): Promise<void> {
		const cache = await this.#caches.open(cacheName);
		await cache.put(this.getUrl(address), response);
	}

	async remove(cacheName: string, addresses: string[]): Promise<void> {
		if (addresses.length === 0 || !(await this.#caches.has(cacheName))) return;
		const cache = await this.#caches.open(cacheName);
		for (const address of addresses) await cache.delete(this.getUrl(address));
	}

	/** Returns the names of the caches that hold files: those of builds, and what was read. */
	async list(): Promise<string[]> {
		const all = await this.#caches.keys();
		return all.filter((name) => name.startsWith(this.names.site) || name === this.names.read);
	}

	/** Returns the addresses in a cache, from the oldest to the newest. */
	async listAddresses(cacheName: string): Promise<string[]> {
		if (!(await this.#caches.has(cacheName))) return [];
		const requests = await (await this.#caches.open(cacheName)).keys();
		return requests
			.map(({ url }) => getSiteAddress(url, this.scope))
			.filter((address) => address !== undefined)
			.filter((address) => !address.startsWith('~'));
	}

	async delete(cacheName: string): Promise<void> {
		await this.#caches.delete(cacheName);
	}

	/** Deletes everything that is kept of this site, and of no other on its origin. */
	async deleteAll(): Promise<void> {
		for (const name of await this.#caches.keys()) {
			if (name.startsWith(this.names.prefix)) await this.#caches.delete(name);
		}
	}

	async readState(): Promise<OfflineState> {
		const kept = await this.find(stateKey, this.names.state);
		return kept ? ((await kept.json()) as OfflineState) : off;
	}

	async writeState(state: Partial<OfflineState>): Promise<void> {
		const next = { ...(await this.readState()), ...state };
		await this.put(this.names.state, stateKey, Response.json(next));
	}

	/** Keeps the list of a build beside its files, and whether they are all there. */
	async writeList(list: OfflineList, text: string, isComplete: boolean): Promise<void> {
		const name = this.getSiteName(list.version);
		await this.put(name, listKey, new Response(text));
		if (isComplete) await this.put(name, completeKey, new Response(''));
	}

	async readList(cacheName: string): Promise<OfflineList | undefined> {
		const kept = await this.find(listKey, cacheName);
		return kept && parseList(await kept.text());
	}

	/** Returns the names of the caches that hold all of a build, the given one first. */
	async listComplete(first = ''): Promise<string[]> {
		const names = await this.list();
		const marks = await Promise.all(names.map((name) => this.find(completeKey, name)));
		const complete = names.filter((_, i) => marks[i]);
		return complete.sort((a, b) => Number(b === first) - Number(a === first));
	}

	getSiteName(version: string): string {
		return `${this.names.site}${version}`;
	}

	getUrl(address: string): string {
		return `${this.scope}${address}`;
	}
}
