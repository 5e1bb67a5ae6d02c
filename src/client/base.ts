/**
 * Returns the path under which the site is published: "" for the root of its host, else such as
 * "/team/plumbline". The step of the build that moves the site says it on every page; addresses in pages and
 * files have it already, so only an address that a script makes of its own begins with it.
 */
export function getBase(): string {
	return document.documentElement.dataset.base ?? '';
}

/** Returns the address of the site's home page, for what is read elsewhere. */
export function getSiteUrl(): string {
	return `${location.origin}${getBase()}/`;
}
