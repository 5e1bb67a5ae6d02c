import { planKeeping, readLimit } from '../../offline/plan.ts';
import { fetchList, keepFiles } from './keep.ts';
import type { OfflineStore } from './store.ts';

/**
 * Keeps of a new build what was kept of the old one: unchanged files are copied, the others fetched. Throws, and
 * the old worker goes on, where a file fails or the site holds another build than the worker's; what was fetched
 * waits for the next attempt.
 */
export async function takeOver(store: OfflineStore, version: string): Promise<void> {
	const { list, text } = await fetchList(store.getUrl('offline.json'), fetch);
	if (list.version !== version)
		throw new Error(`The list is of build ${list.version}, expected ${version}: try again later.`);
	const { isWhole } = await store.readState();
	const kept: string[] = [];
	for (const name of await store.list()) {
		const addresses = await store.listAddresses(name);
		kept.push(...(name === store.names.read ? addresses.slice(-readLimit) : addresses));
	}
	await keepFiles(list, planKeeping(list, { kept, isWhole }), { store, fetch });
	await store.writeList(list, text, isWhole);
}

/** Deletes what the old build left, once no page of it is open. */
export async function clearOld(store: OfflineStore, version: string): Promise<void> {
	const own = store.getSiteName(version);
	const { names } = store;
	for (const name of await store.list()) {
		if (name !== own && name !== names.read) await store.delete(name);
	}
	await store.delete(names.pins);
	const list = await store.readList(own);
	const there = new Set(await store.listAddresses(own));
	const isOld = (address: string): boolean =>
		there.has(address) || (list !== undefined && !(address in list.files));
	await store.remove(names.read, (await store.listAddresses(names.read)).filter(isOld));
}
