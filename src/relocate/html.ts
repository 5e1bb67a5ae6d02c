import { moveAddress, moveOwnAddress, type SiteAddress } from './address.ts';
import { moveCss } from './css.ts';
import { applyEdits, type Edit } from './edits.ts';
import { moveJson } from './json.ts';
import { moveMarkdown } from './markdown.ts';
import {
	type Attribute,
	decodeMarkup,
	encodeAttribute,
	type OpenTag,
	readMarkup,
	type Token,
} from './markup.ts';

type Move = (value: string, site: SiteAddress) => string;

/** What an attribute holds, by its name. Another attribute that holds an address is found by the check. */
export const attributeMoves: Record<string, Move> = {
	href: moveAddress,
	'xlink:href': moveAddress,
	src: moveAddress,
	action: moveAddress,
	formaction: moveAddress,
	poster: moveAddress,
	srcset: moveSet,
	imagesrcset: moveSet,
	style: moveCss,
	// Files that scripts load.
	'data-index': moveAddress,
	'data-ids': moveAddress,
	'data-twin': moveAddress,
	'data-worker': moveAddress,
	'data-list': moveAddress,
	// What is cited: JSON with a `url`.
	'data-cited': (value, site) => encodeAttribute(moveJson(decodeMarkup(value), site)),
	// The address that the text of the element says; see `textMoves`.
	'data-address': moveOwnAddress,
};

/** Tags of the head in which the site writes of itself: their addresses may be absolute. */
const ownMoves: Record<string, (tag: OpenTag) => Record<string, Move>> = {
	link: () => ({ href: moveOwnAddress }),
	meta: (tag) => {
		const name = getValue(tag, 'property') ?? getValue(tag, 'name') ?? '';
		if (/^(og|twitter):(url|image|image:url|image:secure_url)$/.test(name)) {
			return { content: moveOwnAddress };
		}
		return getValue(tag, 'http-equiv')?.toLowerCase() === 'refresh' ? { content: moveRefresh } : {};
	},
};

/** How the text inside an element moves, by the attribute that asks for it. */
const textMoves: Record<string, (text: string, site: SiteAddress, value: string) => string> = {
	'data-address': (text, site, value) => text.replaceAll(value, moveOwnAddress(value, site)),
	'data-markdown': moveMarkdown,
};

/** How the content of a script or style element moves, by its `type`; every other one stays. */
const rawMoves: Record<string, Move> = {
	'style:': moveCss,
	'script:application/json': moveScript,
	'script:application/ld+json': moveScript,
	'script:speculationrules': moveScript,
};

/**
 * Returns a page with its addresses under the base. `data-base` of its first element tells scripts the base.
 */
export function moveHtml(html: string, site: SiteAddress): string {
	const edits: Edit[] = [];
	let raw: Move | undefined;
	let marked: { name: string; depth: number; move: Move } | undefined;
	for (const token of readMarkup(html)) {
		if (token.kind === 'text') {
			const move = raw ?? marked?.move;
			const { start, end } = token;
			if (move) edits.push({ start, end, text: move(html.slice(start, end), site) });
			continue;
		}
		raw = token.kind === 'open' ? getRawMove(token) : undefined;
		if (token.kind === 'open') edits.push(...moveTag(token, site));
		if (marked) {
			marked.depth += getDepth(token, marked.name);
			if (marked.depth === 0) marked = undefined;
		} else if (token.kind === 'open') {
			const move = getTextMove(token);
			marked = move && { name: token.name, depth: 1, move };
		}
	}
	return applyEdits(html, edits);
}

function moveTag(tag: OpenTag, site: SiteAddress): Edit[] {
	const own = Object.hasOwn(ownMoves, tag.name) ? ownMoves[tag.name]?.(tag) : undefined;
	const edits = tag.attributes.flatMap(({ name, value, start, end }) => {
		const move = own?.[name] ?? getMove(name);
		return move ? [{ start, end, text: move(value, site) }] : [];
	});
	if (tag.name !== 'html') return edits;
	return [{ start: tag.nameEnd, end: tag.nameEnd, text: ` data-base="${site.base}"` }, ...edits];
}

function getMove(name: string): Move | undefined {
	return Object.hasOwn(attributeMoves, name) ? attributeMoves[name] : undefined;
}

function getRawMove(tag: OpenTag): Move | undefined {
	const type = tag.name === 'script' ? (getValue(tag, 'type') ?? '') : '';
	return rawMoves[`${tag.name}:${type}`];
}

function getTextMove({ attributes, isEmpty }: OpenTag): Move | undefined {
	const asked = attributes.find(({ name }) => Object.hasOwn(textMoves, name));
	const move = asked && textMoves[asked.name];
	return move && !isEmpty ? (text, site) => move(text, site, asked.value) : undefined;
}

/** How a tag changes the number of open elements of a name. */
function getDepth(token: Exclude<Token, { kind: 'text' }>, name: string): number {
	if (token.name !== name) return 0;
	return token.kind === 'open' ? 1 : -1;
}

function getValue({ attributes }: OpenTag, name: string): string | undefined {
	return attributes.find((each: Attribute) => each.name === name)?.value;
}

/** "/a.png 1x, /b.png 2x" */
function moveSet(value: string, site: SiteAddress): string {
	return value.replace(
		/(^|,\s+|,(?=\/))(\S+)/g,
		(_, before: string, address: string) => before + moveAddress(address, site),
	);
}

/** "0; url=/rules/iam-002/" */
function moveRefresh(value: string, site: SiteAddress): string {
	return value.replace(
		/(url\s*=\s*['"]?)(\S+)/i,
		(_, before: string, address: string) => before + moveAddress(address, site),
	);
}

/** JSON in a script holds no `<`, so that nothing in it can end the script. */
function moveScript(json: string, site: SiteAddress): string {
	return moveJson(json, site).replaceAll('<', '\\u003c');
}
