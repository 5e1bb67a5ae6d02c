/** Where a site is published. */
export interface SiteAddress {
	/** "https://docs.example": scheme and host, as absolute addresses of the site begin. */
	origin: string;
	/** "" for the root of the host, else a path such as "/team/plumbline", without a slash at its end. */
	base: string;
}

/** Where `npm start` serves: what absolute addresses begin with as long as the site has none of its own. */
export const localOrigin = 'http://localhost:4321';

/**
 * Returns the address that `SITE_URL` and `BASE_PATH` ask for. Throws an error for the author where one of
 * them is none.
 */
export function parseSiteAddress(siteUrl = '', basePath = ''): SiteAddress {
	return {
		origin: siteUrl === '' ? localOrigin : parseOrigin(siteUrl),
		base: parseBase(basePath),
	};
}

function parseOrigin(siteUrl: string): string {
	const url = URL.parse(siteUrl);
	if (!url || !/^https?:$/.test(url.protocol)) {
		throw new Error(
			`SITE_URL is “${siteUrl}”, expected an address such as “https://docs.example”.`,
		);
	}
	if (url.pathname !== '/') {
		throw new Error(
			`SITE_URL is “${siteUrl}”, with a path. Set SITE_URL=${url.origin} and BASE_PATH=${url.pathname}.`,
		);
	}
	if (url.search || url.hash || url.username || url.password) {
		throw new Error(`SITE_URL is “${siteUrl}”, expected scheme and host alone: ${url.origin}.`);
	}
	return url.origin;
}

function parseBase(basePath: string): string {
	const path = basePath.trim().replace(/^\/|\/$/g, '');
	if (path === '') return '';
	const wrong = path.split('/').find((part) => !/^[\w.~-]+$/.test(part) || /^\.+$/.test(part));
	if (wrong === undefined) return `/${path}`;
	const what = wrong === '' ? 'two slashes in a row' : `“${wrong}”`;
	throw new Error(
		`BASE_PATH is “${basePath}” and has ${what}, expected a path such as “/team/plumbline”: letters, digits, “-”, “_”, “.” and “~” between slashes.`,
	);
}

/** Returns an address from the root of the site with the base; every other one as it is. */
export function moveAddress(address: string, { base }: SiteAddress): string {
	return isFromRoot(address) ? base + address : address;
}

/**
 * Returns an address that the site wrote about itself with the base: from the root, or absolute. Not for
 * links of authors: what else they link to on the same host stays where it is.
 */
export function moveOwnAddress(address: string, site: SiteAddress): string {
	const { origin, base } = site;
	if (address === origin) return `${origin}${base}/`;
	if (!address.startsWith(`${origin}/`)) return moveAddress(address, site);
	return origin + base + address.slice(origin.length);
}

/** Whether an address counts from the root of its host. */
export function isFromRoot(address: string): boolean {
	return /^\/(?!\/)/.test(address);
}
