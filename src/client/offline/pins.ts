import type { OfflineStore } from './store.ts';

/** Says in place of a build that the network answers. */
export const network = 'network';

/** Pages whose pin is remembered. */
const pinLimit = 50;

/**
 * Remembers what answers the search of an open page: a build that is kept whole, by the name of its cache, or the
 * network. A worker may end and start again between two requests, so this stands in a cache.
 */
export class Pins {
	readonly #store: OfflineStore;

	constructor(store: OfflineStore) {
		this.#store = store;
	}

	async write(clientId: string, source: string): Promise<void> {
		const { pins } = this.#store.names;
		if (clientId === '' || (await this.read(clientId)) === source) return;
		await this.#store.put(pins, `pin/${clientId}`, new Response(source));
		const old = (await this.#store.listAddresses(pins)).slice(0, -pinLimit);
		await this.#store.remove(pins, old);
	}

	async read(clientId: string): Promise<string | undefined> {
		const kept = await this.#store.find(`pin/${clientId}`, this.#store.names.pins);
		return kept?.text();
	}
}
