import type { SearchIndex, StandardId } from '../../search/model.ts';

const loading = new Map<string, Promise<unknown>>();

/**
 * Returns a file of the search, fetched once. Rejects where it is missing or cut off; the next call fetches it
 * again.
 */
function load(url: string): Promise<unknown> {
	return loading.get(url) ?? keepAnswer(url, fetch(url));
}

/** Takes the answer to a request that was made already. */
export function keepAnswer(url: string, answer: Promise<Response>): Promise<unknown> {
	const file = answer.then((response) => {
		if (!response.ok) throw new Error(`${url}: ${response.status}`);
		return response.json() as Promise<unknown>;
	});
	file.catch(() => loading.delete(url));
	loading.set(url, file);
	return file;
}

/** Returns the names of everything. */
export async function loadIndex(url: string): Promise<SearchIndex> {
	return (await load(url)) as SearchIndex;
}

/** Returns the ids of standards. */
export async function loadIds(url: string): Promise<StandardId[]> {
	return (await load(url)) as StandardId[];
}
