import { formatHash, type ListedFile, type OfflineList, parseList } from '../../offline/list.ts';
import { FileDiffersError, FileMissingError } from '../../offline/words.ts';
import type { OfflineStore } from './store.ts';

/** Files that are fetched at a time. */
const lanes = 8;

/** How far the keeping is. */
export interface Progress {
	files: number;
	bytes: number;
}

/** What the keeping needs besides the list. */
export interface Keeping {
	store: OfflineStore;
	fetch: typeof fetch;
	signal?: AbortSignal;
	onProgress?: (progress: Progress) => void;
}

/** Fetches the list of the build that the site has now. The text is returned too, to be kept. */
export async function fetchList(
	url: string,
	fetchFile: typeof fetch,
): Promise<{ list: OfflineList; text: string }> {
	const response = await fetchFile(url, { cache: 'no-store' });
	if (!response.ok) throw new FileMissingError(new URL(url).pathname);
	const text = await response.text();
	return { list: parseList(text), text };
}

/**
 * Keeps files of a build in its cache. What is there already stays; what another cache holds with the same content
 * is copied; the rest is fetched and held against the list. Stops at the first file that fails, and can be called
 * again to go on.
 */
export async function keepFiles(
	list: OfflineList,
	addresses: string[],
	{ store, fetch: fetchFile, signal, onProgress }: Keeping,
): Promise<void> {
	const cacheName = store.getSiteName(list.version);
	const there = new Set(await store.listAddresses(cacheName));
	const done: Progress = { files: 0, bytes: 0 };
	await runInLanes(addresses, signal, async (address, stop) => {
		const file = list.files[address];
		if (!file) return;
		if (!there.has(address)) {
			const whole =
				(await findSame(store, address, file)) ??
				(await fetchWhole(store.getUrl(address), file, fetchFile, stop));
			await store.put(cacheName, address, whole);
		}
		done.files++;
		done.bytes += file.size;
		onProgress?.({ ...done });
	});
}

/** Calls `run` for each item, a few at a time. The first failure stops the rest. */
async function runInLanes<Item>(
	items: Item[],
	signal: AbortSignal | undefined,
	run: (item: Item, stop: AbortSignal) => Promise<void>,
): Promise<void> {
	const failed = new AbortController();
	const stop = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
	const queue = items.values();
	const work = async (): Promise<void> => {
		for (const item of queue) {
			stop.throwIfAborted();
			await run(item, stop);
		}
	};
	const stopAll = (error: unknown): never => {
		failed.abort(error);
		throw error;
	};
	await Promise.all(Array.from({ length: lanes }, () => work().catch(stopAll)));
}

/** Returns what another cache holds, where it is the same as in this build. */
async function findSame(
	store: OfflineStore,
	address: string,
	{ hash }: ListedFile,
): Promise<Response | undefined> {
	for (const name of await store.list()) {
		const kept = await store.find(address, name);
		if (kept && (await getHash(kept.clone())) === hash) return kept;
	}
	return undefined;
}

/** Fetches a file as the list has it. A cache on the way may hold an older one: the second attempt passes it by. */
async function fetchWhole(
	url: string,
	{ hash }: ListedFile,
	fetchFile: typeof fetch,
	signal: AbortSignal,
): Promise<Response> {
	const { pathname } = new URL(url);
	for (const cache of ['no-cache', 'reload'] as const) {
		const response = await fetchFile(url, { cache, signal });
		if (!response.ok) throw new FileMissingError(pathname);
		const body = await response.arrayBuffer();
		if ((await getHash(new Response(body))) === hash) return makeKept(body, response.headers);
	}
	throw new FileDiffersError(pathname);
}

/** The headers stay, since they carry the policy of the site; those about the way of the bytes are not true here. */
function makeKept(body: ArrayBuffer, headers: Headers): Response {
	const kept = new Headers(headers);
	for (const name of ['content-encoding', 'content-length', 'vary']) kept.delete(name);
	return new Response(body, { headers: kept });
}

async function getHash(response: Response): Promise<string> {
	return formatHash(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
}
