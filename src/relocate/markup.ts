/** An attribute as it is written, and where its value is, without quotes. */
export interface Attribute {
	name: string;
	value: string;
	start: number;
	end: number;
}

export interface OpenTag {
	kind: 'open';
	name: string;
	/** Where its name ends. */
	nameEnd: number;
	attributes: Attribute[];
	isEmpty: boolean;
}

/** A part of HTML or XML. Comments and declarations are left out. */
export type Token =
	OpenTag | { kind: 'close'; name: string } | { kind: 'text'; start: number; end: number };

/** Elements of HTML whose content is text up to their end tag, whatever it looks like. */
const rawElements = new Set(['script', 'style', 'textarea', 'title']);

const tokens =
	/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[!?][^>]*>|<\/([a-z][^\s/>]*)[^>]*>|<([a-z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi;

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+)))?/g;

/**
 * Reads markup as the site's own serializers write it: every tag is closed by `>` and quotes stand in pairs.
 * Names come in lower case.
 */
export function* readMarkup(text: string, isHtml = true): Generator<Token> {
	const pattern = new RegExp(tokens);
	let at = 0;
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		const [whole, closed, opened, inside = ''] = match;
		if (match.index > at) yield { kind: 'text', start: at, end: match.index };
		at = pattern.lastIndex;
		if (closed !== undefined) yield { kind: 'close', name: closed.toLowerCase() };
		if (opened === undefined) continue;
		const name = opened.toLowerCase();
		const nameEnd = match.index + 1 + opened.length;
		const attributes = inside === '' ? [] : readAttributes(inside, nameEnd);
		yield { kind: 'open', name, nameEnd, attributes, isEmpty: whole.endsWith('/>') };
		if (!isHtml || !rawElements.has(name)) continue;
		// What looks like a tag in a script is none.
		const end = findEnd(text, name, at);
		if (end > at) yield { kind: 'text', start: at, end };
		at = end;
		pattern.lastIndex = end;
	}
	if (at < text.length) yield { kind: 'text', start: at, end: text.length };
}

function findEnd(text: string, name: string, from: number): number {
	const pattern = new RegExp(`</${name}`, 'gi');
	pattern.lastIndex = from;
	return pattern.exec(text)?.index ?? text.length;
}

function readAttributes(inside: string, offset: number): Attribute[] {
	return [...inside.matchAll(attribute)].map((match) => {
		const [whole, name = '', double, single, bare] = match;
		const value = double ?? single ?? bare ?? '';
		const quote = double === undefined && single === undefined ? 0 : 1;
		const end = offset + match.index + whole.length - quote;
		return { name: name.toLowerCase(), value, start: end - value.length, end };
	});
}

const entities: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
};

/** Returns the text that an attribute or element shows: with the characters that its escapes stand for. */
export function decodeMarkup(text: string): string {
	return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
		if (name !== undefined) return entities[String(name)] ?? whole;
		const code = hex === undefined ? Number(decimal) : parseInt(String(hex), 16);
		return String.fromCodePoint(code);
	});
}

/** Returns a text as the value of an attribute in double quotes. */
export function encodeAttribute(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
