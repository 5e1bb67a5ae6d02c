import { isCore, isPage } from './files.ts';
import type { OfflineList } from './list.ts';

/** Pages that are kept because they were read; the oldest make room. */
export const readLimit = 300;

/**
 * Returns what is to be kept of a build: all of it, or what every reader needs and of `kept` what the build still
 * has. Scripts and styles come first, since pages are of no use without.
 */
export function planKeeping(
	list: OfflineList,
	{ kept, isWhole }: { kept: string[]; isWhole: boolean },
): string[] {
	const all = Object.keys(list.files);
	const core = all.filter(isCore);
	if (isWhole) return [...core, ...all.filter((address) => !isCore(address))];
	const read = new Set(kept.filter((address) => address in list.files && !isCore(address)));
	return [...core, ...read];
}

/** Returns what has to leave the cache of what was read, given its addresses from the oldest to the newest. */
export function getEvicted(addresses: string[], limit = readLimit): string[] {
	const pages = addresses.filter(isPage);
	return pages.slice(0, Math.max(0, pages.length - limit));
}
