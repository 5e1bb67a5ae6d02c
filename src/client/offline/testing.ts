import { createHash } from 'node:crypto';
import { formatHash, type OfflineList } from '../../offline/list.ts';

/** Caches in memory: what the browser's do, as far as `OfflineStore` uses them. */
export function makeCaches(): CacheStorage {
	const caches = new Map<string, Map<string, Response>>();
	const open = (name: string): Map<string, Response> => {
		const cache = caches.get(name) ?? new Map<string, Response>();
		caches.set(name, cache);
		return cache;
	};
	const storage = {
		has: (name: string) => Promise.resolve(caches.has(name)),
		keys: () => Promise.resolve([...caches.keys()]),
		delete: (name: string) => Promise.resolve(caches.delete(name)),
		match: (url: string, { cacheName }: { cacheName: string }) =>
			Promise.resolve(caches.get(cacheName)?.get(url)?.clone()),
		open: (name: string) => {
			const cache = open(name);
			return Promise.resolve({
				keys: () => Promise.resolve([...cache.keys()].map((url) => new Request(url))),
				delete: (url: string) => Promise.resolve(cache.delete(url)),
				put: (url: string, response: Response) => {
					cache.delete(url);
					cache.set(url, response);
					return Promise.resolve();
				},
			});
		},
	};
	// Only the methods above are called.
	return storage as unknown as CacheStorage;
}

/** A site in memory: files by address, the list of them, and what was asked for. */
export class FakeSite {
	readonly scope = 'https://example.org/team/';
	files: Record<string, string>;
	readonly asked: string[] = [];
	isOnline = true;

	constructor(files: Record<string, string>) {
		this.files = files;
	}

	makeList(version: string): OfflineList {
		const files = Object.entries(this.files).map(([address, text]) => [
			address,
			{
				hash: formatHash(createHash('sha256').update(text).digest()),
				size: text.length,
			},
		]);
		return {
			version,
			transfer: 0,
			files: Object.fromEntries(files) as OfflineList['files'],
		};
	}

	/** Answers wait for it. */
	#held: Promise<undefined> = Promise.resolve(undefined);
	/** The status of all answers, where the host is at fault. */
	fault: number | undefined;

	/** Holds answers back until the function that it returns is called. */
	hold(): () => void {
		const { promise, resolve } = Promise.withResolvers<undefined>();
		this.#held = promise;
		return () => {
			resolve(undefined);
		};
	}

	readonly fetch = (async (url: string) => {
		if (!this.isOnline) throw new TypeError('Failed to fetch');
		const address = url.slice(this.scope.length);
		this.asked.push(address);
		await this.#held;
		const text = this.files[address];
		return new Response(text, { status: this.fault ?? (text === undefined ? 404 : 200) });
	}) as typeof fetch;
}
