import type { Redirects } from '../ledger/urls.ts';

/**
 * Returns the `_redirects` file of Netlify and Cloudflare Pages. Where a host serves a file that is there
 * before it looks at this list, the page that leads on answers: see `writeRedirects`.
 */
export function formatRedirectsFile(redirects: Redirects, base = ''): string {
	return getMoves(redirects)
		.map(([from, to]) => `${base}${encodeURI(from)} ${base}${encodeURI(to)} 301\n`)
		.join('');
}

/** Returns the moved addresses as lines of nginx's `map`, which compares the decoded path. */
export function formatRedirectsMap(redirects: Redirects, base = ''): string {
	return getMoves(redirects)
		.map(([from, to]) => `${quote(base + from)} ${quote(base + encodeURI(to))};\n`)
		.join('');
}

/** Servers never see a fragment: those moves are anchors of their pages. */
function getMoves(redirects: Redirects): [string, string][] {
	return Object.entries(redirects).filter(([from]) => !from.includes('#'));
}

function quote(text: string): string {
	return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
