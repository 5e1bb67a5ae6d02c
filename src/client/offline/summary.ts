import { isPage } from '../../offline/files.ts';
import type { OfflineList } from '../../offline/list.ts';
import type { OfflineState, OfflineStore } from './store.ts';

/** What is kept, as the page shows it. */
export interface Summary {
	state: OfflineState;
	/** The build that the controls are about: what the site has now, or offline what is kept. */
	list: OfflineList | undefined;
	/** Files of this build that are kept. */
	files: number;
	bytes: number;
	isComplete: boolean;
	/** Addresses of all pages that can be read besides this one, the last kept first. */
	pages: string[];
}

/** A page that can be read. */
export interface KeptPage {
	url: string;
	title: string;
}

/** The page with the controls is kept for everybody: it says nothing about what was read. */
const ownPage = 'offline/';

/** Looks at what is kept. Without a list from the site the list of a kept build serves. */
export async function summarize(
	store: OfflineStore,
	fetched: OfflineList | undefined,
): Promise<Summary> {
	const names = await store.list();
	const complete = await store.listComplete();
	const lists = await Promise.all(names.map((name) => store.readList(name)));
	const list = fetched ?? lists.find((each) => each !== undefined);
	const own = list ? store.getSiteName(list.version) : '';
	const there = (await store.listAddresses(own)).filter((address) => list?.files[address]);
	const all = await Promise.all(names.map((name) => store.listAddresses(name)));
	return {
		state: await store.readState(),
		list,
		files: there.length,
		bytes: there.reduce((sum, address) => sum + (list?.files[address]?.size ?? 0), 0),
		isComplete: complete.includes(own),
		pages: [...new Set(all.flat().filter(isPage).reverse())].filter((page) => page !== ownPage),
	};
}

/** Returns pages with the titles that they were kept with, sorted by them. */
export async function readPages(store: OfflineStore, addresses: string[]): Promise<KeptPage[]> {
	const pages = await Promise.all(
		addresses.map(async (address) => {
			const kept = await store.findAnywhere(address);
			const title = kept ? getTitle(await kept.text()) : '';
			return { url: store.getUrl(address), title: title || `/${address}` };
		}),
	);
	return pages.sort((a, b) => a.title.localeCompare(b.title));
}

/** Reads no more of a page than its title. */
function getTitle(html: string): string {
	const head = html.slice(0, html.indexOf('</title>') + '</title>'.length);
	const { title } = new DOMParser().parseFromString(head, 'text/html');
	return title.replace(/ \| [^|]*$/, '');
}
