import { createHash } from 'node:crypto';

/** What a page holds that a policy without `unsafe-inline` stops, unless it is allowed by its hash. */
export interface InlineParts {
	/** Hash sources of the scripts, each once. */
	scripts: string[];
	/** Hash sources of the style elements, each once. */
	styles: string[];
	/** Names of attributes that hold a script: no hash allows them. */
	handlers: string[];
}

const tag = /<!--[\s\S]*?-->|<([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

const attribute = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Elements whose content is text to the parser, whatever it looks like. */
const isText = /^(script|style|title|textarea)$/;

/** Script elements of other types hold data, which nothing runs. */
const isProgram = /^(|module|importmap|speculationrules|(text|application)\/(java|ecma)script)$/;

/** Returns the inline scripts and styles of a page as hash sources, and its event handlers by name. */
export function findInline(html: string): InlineParts {
	const scripts = new Set<string>();
	const styles = new Set<string>();
	const handlers = new Set<string>();
	for (const { name, attributes, text } of readElements(html)) {
		if (name === 'style') styles.add(hashSource(text));
		if (name === 'script' && !attributes.has('src') && isProgram.test(getType(attributes)))
			scripts.add(hashSource(text));
		for (const each of attributes.keys()) if (each.startsWith('on')) handlers.add(each);
	}
	return { scripts: [...scripts], styles: [...styles], handlers: [...handlers] };
}

/** Yields the elements of a page in order, with the text of those whose content is only that. */
function* readElements(html: string): Generator<Element> {
	// A copy of its own: the position of a shared one would outlive this call.
	const tags = new RegExp(tag);
	for (let found = tags.exec(html); found; found = tags.exec(html)) {
		const name = found[1]?.toLowerCase();
		if (name === undefined) continue;
		const attributes = readAttributes(found[2] ?? '');
		let text = '';
		if (isText.test(name)) {
			const end = html.slice(tags.lastIndex).search(new RegExp(`</${name}[\\s/>]`, 'i'));
			text = html.slice(tags.lastIndex, end < 0 ? undefined : tags.lastIndex + end);
			tags.lastIndex += text.length;
		}
		yield { name, attributes, text };
	}
}

function readAttributes(text: string): Map<string, string> {
	return new Map(
		[...text.matchAll(attribute)].map(([, name = '', double, single, bare]) => [
			name.toLowerCase(),
			double ?? single ?? bare ?? '',
		]),
	);
}

function getType(attributes: Map<string, string>): string {
	return (attributes.get('type') ?? '').trim().toLowerCase();
}

/** A browser hashes what it has read: with its own line ends. */
function hashSource(text: string): string {
	const hash = createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64');
	return `'sha256-${hash}'`;
}

interface Element {
	name: string;
	attributes: Map<string, string>;
	text: string;
}
