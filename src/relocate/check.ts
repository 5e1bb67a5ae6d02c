import { isFromRoot, type SiteAddress } from './address.ts';
import { findInCss } from './css.ts';
import { attributeMoves } from './html.ts';
import { findInJson } from './json.ts';
import { findLeftInMarkdown } from './markdown.ts';
import { type OpenTag, readMarkup } from './markup.ts';

/** An address that a moved file holds, where in it, and whether that place must hold one. */
interface Held {
	place: string;
	address: string;
	/** Whether any address from the root is wrong here; else only one of the site's own files is. */
	isKnown: boolean;
	/** Whether the file must be there. Links of authors may lead nowhere, and some files are written later. */
	isLoaded?: boolean;
}

/** How addresses are found in a moved file, by the end of its name: the first that fits. */
const finders: [end: RegExp, find: (text: string, site: SiteAddress) => Held[]][] = [
	[/^pagefind\//, () => []],
	[/\.html$/, (text) => findInTags(text, true)],
	[/\.(xml|svg)$/, (text) => findInTags(text, false)],
	[/\.(md|txt)$/, (text, site) => findLeftInMarkdown(text, site).map(toHeld('a link'))],
	[/\.css$/, (text) => findInCss(text).map(toHeld('a style'))],
	[/\.(json|webmanifest)$/, findInData],
	[/\.csv$/, findInTable],
	[/\.js$/, (text) => findInScript(text, 'a script')],
];

/**
 * Returns what is wrong in a moved file, as sentences: addresses of the site without the base. `isFile` says
 * whether the site has a file under a name.
 */
export function checkMoved(
	name: string,
	text: string,
	site: SiteAddress,
	isFile: (name: string) => boolean,
): string[] {
	const find = finders.find(([end]) => end.test(name))?.[1];
	const held = find?.(text, site) ?? [];
	const { base } = site;
	return held.flatMap(({ place, address, isKnown, isLoaded }) => {
		const isMoved = address.startsWith(`${base}/`);
		const inside = isMoved ? address.slice(base.length) : address;
		const isThere = isFile(getFileName(inside));
		if (isMoved ? isThere || !isLoaded : !isKnown && !isThere) return [];
		return [`${name}: ${place} has “${address}”, ${explain(isMoved, isKnown, base)}`];
	});
}

function explain(isMoved: boolean, isKnown: boolean, base: string): string {
	if (isMoved)
		return 'and no file is there. Build again; if it stays, the base was put there twice.';
	const expected = `expected an address under “${base}/”.`;
	if (isKnown) return `${expected} It was written after the site moved.`;
	return `${expected} Add this place to the tables in src/relocate.`;
}

function getFileName(address: string): string {
	const path = address.replace(/[?#].*/, '').slice(1);
	return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function toHeld(place: string): (address: string) => Held {
	return (address) => ({ place, address, isKnown: true });
}

/** Every attribute and every script is looked at. */
function findInTags(text: string, isHtml: boolean): Held[] {
	const held: Held[] = [];
	let isScript = false;
	for (const token of readMarkup(text, isHtml)) {
		if (token.kind === 'open') held.push(...findInTag(token));
		if (token.kind === 'text' && isScript) {
			held.push(...findInScript(text.slice(token.start, token.end), '<script>'));
		}
		isScript = token.kind === 'open' && token.name === 'script';
	}
	return held;
}

/** The key `/` and the home page look the same: it counts where an address is known to stand. */
function findInTag({ name: tag, attributes }: OpenTag): Held[] {
	return attributes.flatMap(({ name, value }) => {
		const isKnown = Object.hasOwn(attributeMoves, name);
		if (!isFromRoot(value) || (!isKnown && !/^\/\S+$/.test(value))) return [];
		const isLoaded = name === 'src' || tag === 'link';
		return [{ place: `<${tag} ${name}>`, address: value, isKnown, isLoaded }];
	});
}

function findInData(json: string): Held[] {
	return findInJson(json)
		.filter(({ key, address }) => key === 'url' || address !== '/')
		.map(({ key, address }) => ({ place: `“${key}”`, address, isKnown: key === 'url' }));
}

function findInTable(csv: string): Held[] {
	const cells = csv.matchAll(/(?<=^|,)"?(\/[^",\s]*)/gm);
	return [...cells].map(([, address = '']) => ({ place: 'a cell', address, isKnown: false }));
}

/** Texts in a script that begin with a slash: what puts the base in front does not begin with one. */
function findInScript(script: string, place: string): Held[] {
	const texts = script.matchAll(/["'`](\/[\w.-]+(?:\/[\w.-]*)*)/g);
	return [...texts].map(([, address = '']) => ({ place, address, isKnown: false }));
}
