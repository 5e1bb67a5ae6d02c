import type { Loader } from 'astro/loaders';

/** An entry of a collection. */
export interface LoadedEntry {
	id: string;
	data: object;
	/** Path from the project's root. */
	file?: string;
}

/**
 * Returns a loader of the site's own content: `read` makes all entries of the collection anew. Errors in
 * the content are the document loader's to report.
 */
export function contentLoader(name: string, read: () => Promise<LoadedEntry[]>): Loader {
	return {
		name: `plumbline-${name}`,
		load: async ({ store }) => {
			const entries = await read();
			store.clear();
			for (const { id, data, file } of entries) {
				store.set({ id, data: { ...data }, ...(file !== undefined && { filePath: file }) });
			}
		},
	};
}
