import { type Finding, makeFinding } from '../ingest/findings.ts';
import type { Ledger, PublishedUrls } from './model.ts';

/** Fragments by URL of a built site. A URL ends in `/`, or names a file. */
export type SiteUrls = ReadonlyMap<string, ReadonlySet<string>>;

/** Where URLs lead that moved: a page to a page, a file to a file, or a fragment to another one of its page. */
export type Redirects = Record<string, string>;

/** Returns what a site publishes for the first time: URLs and fragments that no release had. */
export function getNewUrls(site: SiteUrls, ledger: Ledger): PublishedUrls {
	const known = collectUrls(ledger);
	const fresh: PublishedUrls = {};
	for (const url of [...site.keys()].sort()) {
		const before = known.get(url);
		const fragments = [...(site.get(url) ?? [])].filter((fragment) => !before?.has(fragment));
		if (!before || fragments.length > 0) fresh[url] = fragments.sort();
	}
	return fresh;
}

/** Returns all fragments by URL, with the release that published each first. */
function collectUrls(ledger: Ledger): Map<string, Map<string, string>> {
	const urls = new Map<string, Map<string, string>>();
	for (const { version } of ledger.releases) {
		for (const [url, fragments] of Object.entries(ledger.urls[version] ?? {})) {
			const known = urls.get(url) ?? new Map<string, string>([['', version]]);
			for (const fragment of fragments) known.set(fragment, version);
			urls.set(url, known);
		}
	}
	return urls;
}

/**
 * Returns a finding for each published URL and fragment that a site no longer has. A page that moved
 * counts as there when its target is; its fragments are then looked for in the target.
 */
export function checkUrls(
	site: SiteUrls,
	ledger: Ledger,
	redirects: Redirects,
	ledgerFile: string,
): Finding[] {
	const findings: Finding[] = [];
	for (const [url, fragments] of collectUrls(ledger)) {
		const target = redirects[url] ?? url;
		const ids = site.get(target);
		for (const [fragment, release] of fragments) {
			const address = fragment === '' ? url : `${url}#${fragment}`;
			const moved = redirects[address]?.split('#')[1];
			const has = (id: string | undefined): boolean => id !== undefined && ids?.has(id) === true;
			const isThere = fragment === '' || has(fragment) || has(moved);
			if (ids && isThere) continue;
			const place = { file: ledgerFile, line: 1, column: 1 };
			findings.push(makeFinding('url-gone', place, { url: address, release }));
			// Without the page, each of its fragments would be listed as well.
			if (!ids) break;
		}
	}
	return findings;
}

/**
 * Returns the redirects with those of Markdown twins: where a page moved, its twin leads to the twin of
 * the target. One that is written out wins, and one is added only where it is right by itself: the old
 * twin is gone, and the target has one.
 */
export function expandRedirects(redirects: Redirects, site: SiteUrls): Redirects {
	const twins = Object.entries(redirects)
		.filter(([from, to]) => isPage(from) && isPage(to))
		.map(([from, to]) => [toTwin(from), toTwin(to)] as const)
		.filter(([from, to]) => !site.has(from) && site.has(to));
	return { ...Object.fromEntries(twins), ...redirects };
}

/** Returns whether an address is that of a page; otherwise it is a file's, or has a fragment. */
export function isPage(url: string): boolean {
	return url.endsWith('/');
}

/** The address of a page's twin, as `urlOfTwin` of the site makes it; a test holds the two together. */
function toTwin(url: string): string {
	return url === '/' ? '/index.md' : `${url.slice(0, -1)}.md`;
}

/**
 * Returns findings for redirects that lead nowhere, hide a page that exists, or leave their page.
 * `lineOf` says where one stands in the file.
 */
export function checkRedirects(
	site: SiteUrls,
	redirects: Redirects,
	file: string,
	lineOf: (from: string) => number,
): Finding[] {
	return Object.entries(redirects).flatMap(([from, to]) => {
		const wrong = explainRedirect(from, to, site, redirects);
		if (!wrong) return [];
		const place = { file, line: lineOf(from), column: 1 };
		return [makeFinding('redirect-invalid', place, { from, ...wrong })];
	});
}

function explainRedirect(
	from: string,
	to: string,
	site: SiteUrls,
	redirects: Redirects,
): { found: string; expected: string } | undefined {
	const [page = '', fragment] = from.split('#');
	const [target = '', id] = to.split('#');
	const ids = site.get(target);
	if (!ids) return { found: `to “${to}”`, expected: 'a page of the site' };
	if (fragment === undefined) {
		if (!isPage(from) && isPage(target)) {
			// What a program asks for by a file's name must not be answered with HTML.
			return { found: `to “${to}”`, expected: 'a file; the address of a page ends in “/”' };
		}
		if (!site.has(from)) return undefined;
		return { found: 'a page that exists', expected: 'a page that is gone' };
	}
	const home = redirects[page] ?? page;
	if (target !== home || id === undefined || !ids.has(id)) {
		return { found: `to “${to}”`, expected: `a fragment of ${home} that exists` };
	}
	return undefined;
}
