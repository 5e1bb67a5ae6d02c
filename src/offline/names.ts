/**
 * What the caches of a site are called. Several sites may share an origin, so each name holds the folder that
 * its site lies in; the cache of a build holds its version besides.
 */
export interface CacheNames {
	/** How all names begin. */
	prefix: string;
	/** What the reader chose. */
	state: string;
	/** What was read since the build of the worker. */
	read: string;
	/** Which build answers the search of an open page. */
	pins: string;
	/** The beginning of the names of builds. */
	site: string;
}

/** Returns the names for the folder that a site lies in, such as `/` or `/team/plumbline/`. */
export function makeCacheNames(folder: string): CacheNames {
	const prefix = `plumbline ${folder} `;
	return {
		prefix,
		state: `${prefix}state`,
		read: `${prefix}read`,
		pins: `${prefix}pins`,
		site: `${prefix}site `,
	};
}

/** Returns the address within a site; undefined for what lies elsewhere. Queries change no file of the site. */
export function getSiteAddress(url: string, scope: string): string | undefined {
	const { origin, pathname } = new URL(url);
	const { origin: ownOrigin, pathname: folder } = new URL(scope);
	if (origin !== ownOrigin || !pathname.startsWith(folder)) return undefined;
	return pathname.slice(folder.length).replace(/(^|\/)index\.html$/, '$1');
}
