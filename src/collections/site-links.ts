import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareFindings, type Finding, makeFinding } from '../ingest/findings.ts';
import type { Place } from '../ingest/model.ts';
import { parseMarkdown } from '../ingest/read/parse.ts';
import { suggest } from '../ingest/suggest.ts';
import type { Nodes } from 'mdast';
import { contentRoot, ownFolders } from './content.ts';

interface SiteLink extends Place {
	url: string;
}

/**
 * Checks every link of a built site that leads to the site itself: the page is there, and so is the
 * anchor. Links of the site's own Markdown are reported at their place in it, others at their page.
 */
export async function checkSite(folder: string): Promise<{
	findings: Finding[];
	pages: number;
	links: number;
	/** Every URL that the site answers, with its fragments: what a release publishes. */
	urls: Map<string, ReadonlySet<string>>;
}> {
	const names = (await readdir(folder, { recursive: true })).map((name) =>
		name.replaceAll('\\', '/'),
	);
	const files = new Set(names);
	const pages = names.filter((name) => name.endsWith('.html')).sort();
	const idsByPage = new Map<string, ReadonlySet<string>>();
	const linked = new Map<string, SiteLink>();
	let links = 0;
	const urls = new Map<string, ReadonlySet<string>>(
		names
			.filter((name) => isData.test(name) && !isMachinery.test(name))
			.map((name) => [`/${name}`, new Set()]),
	);
	for (const page of pages) {
		const html = await readFile(join(folder, page), 'utf8');
		const ids = getIds(html);
		idsByPage.set(page, ids);
		urls.set(`/${page.replace(/index\.html$/, '')}`, getFragments(html, ids));
		for (const link of getPageLinks(html, page)) {
			links++;
			if (linked.has(link.url) || isWithin(link, ids)) continue;
			const url = copyText(link.url);
			linked.set(url, { ...link, url });
		}
	}
	const check = (link: SiteLink): Finding[] => checkLink(link, files, idsByPage);
	// A page repeats the links of the Markdown that it was made of: the author's place comes first.
	const findings = [...(await getOwnLinks()), ...linked.values()].flatMap(check);
	const byMessage = new Map(findings.toReversed().map((finding) => [finding.message, finding]));
	return {
		findings: [...byMessage.values()].sort(compareFindings),
		pages: pages.length,
		links,
		urls,
	};
}

/** Files that programs read: their addresses last as those of pages do. */
const isData = /\.(md|json|csv|xml|txt)$/;
/** Files that pages load for themselves, with names that change. */
const isMachinery = /^(_astro|pagefind)\/|^search\/\w+\.[0-9a-f]+\.json$/;

/** Fragments of the content; those of the frame around it belong to nobody. */
function getFragments(html: string, ids: ReadonlySet<string>): ReadonlySet<string> {
	const start = html.indexOf('<main');
	const end = html.indexOf('</main>', start);
	if (start < 0 || end < 0) return new Set();
	const within = new Set(findIds(html.slice(start, end)));
	// Those of the page are taken, so that each text is there once.
	return new Set([...ids].filter((id) => within.has(id) && !isFrame.test(id)));
}

const isFrame = /^(_top|starlight__|tab-|pl-|search-|recent-|rule-text)/;

function getIds(html: string): ReadonlySet<string> {
	return new Set(findIds(html).map(copyText));
}

function findIds(html: string): string[] {
	return [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => decodeEntities(id));
}

/** A part of a text holds all of it in memory: without a copy, an id would keep its page. */
function copyText(text: string): string {
	return Buffer.from(text).toString();
}

/** Whether a link leads to a place in its own page that is there. */
function isWithin({ url, file }: SiteLink, ids: ReadonlySet<string>): boolean {
	return url.startsWith(`${file}#`) && ids.has(decode(url.slice(file.length + 1)));
}

/**
 * Links of a page to the site. Those inside a source document are its author's, and were reported
 * when it was read.
 */
function getPageLinks(html: string, page: string): SiteLink[] {
	const own = html.replace(/<article class="document[\s\S]*?<\/article>/g, '');
	const base = `/${page.replace(/index\.html$/, '')}`;
	return [...own.matchAll(/<a\s[^>]*?href="([^"]*)"/g)]
		.map(([, href = '']) => decodeEntities(href))
		.filter((href) => href.startsWith('/') || href.startsWith('#'))
		.map((href) => ({
			file: base,
			line: 1,
			column: 1,
			url: href.startsWith('#') ? `${base}${href}` : href,
		}));
}

async function getOwnLinks(): Promise<SiteLink[]> {
	const links: SiteLink[] = [];
	for (const folder of ownFolders) {
		const names = await readdir(join(contentRoot, folder), { recursive: true });
		for (const name of names.filter((each) => each.endsWith('.md'))) {
			const file = `${folder}/${name.replaceAll('\\', '/')}`;
			const text = await readFile(join(contentRoot, file), 'utf8');
			collectLinks(parseMarkdown(text), file, links);
		}
	}
	return links;
}

function collectLinks(node: Nodes, file: string, links: SiteLink[]): void {
	if ('url' in node && node.url.startsWith('/')) {
		const { line, column } = node.position?.start ?? { line: 1, column: 1 };
		links.push({ file, line, column, url: node.url });
	}
	if (!('children' in node)) return;
	for (const child of node.children) collectLinks(child, file, links);
}

function checkLink(
	{ url, ...place }: SiteLink,
	files: ReadonlySet<string>,
	idsByPage: Map<string, ReadonlySet<string>>,
): Finding[] {
	const [path = '', fragment = ''] = url.split('#');
	const name = decode(path.split('?')[0] ?? '').replace(/^\//, '');
	const page = name === '' || name.endsWith('/') ? `${name}index.html` : name;
	if (!files.has(page)) {
		const known = [...idsByPage.keys()].map((other) => `/${other.replace(/index\.html$/, '')}`);
		const hint = suggest(path, known);
		return [makeFinding('document-missing', place, { url, hint }, 'error')];
	}
	const ids = idsByPage.get(page);
	if (!fragment || !ids || ids.has(decode(fragment))) return [];
	return [
		makeFinding('anchor-missing', place, { url, hint: suggest(fragment, [...ids]) }, 'error'),
	];
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function decodeEntities(text: string): string {
	return text
		.replaceAll('&quot;', '"')
		.replaceAll('&#x27;', "'")
		.replaceAll('&#39;', "'")
		.replace(/&#x3C;|&lt;/g, '<')
		.replaceAll('&gt;', '>')
		.replace(/&#x26;|&#38;|&amp;/g, '&');
}
