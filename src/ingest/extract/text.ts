import type { Nodes, Parents, PhrasingContent } from 'mdast';

/** Returns the text of inline nodes as a reader sees it: raw HTML as written, comments left out. */
export function getText(node: Nodes): string {
	return fold(collect(node));
}

/** White space becomes single spaces. */
export function fold(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

export function isComment(html: string): boolean {
	return /^<!--(?:(?!-->)[\s\S])*-->$/.test(html.trim());
}

/**
 * Returns the bold lead-in of inline content without its colon: "API Design" of
 * "**API Design**: When building …" and of "**API Design:** …". A wholly bold line counts only where
 * it introduces something.
 */
export function getLabel(content: PhrasingContent[], introduces: boolean): string | undefined {
	const [first, second] = content;
	if (first?.type !== 'strong') return undefined;
	const text = getText(first);
	if (text.endsWith(':')) return text.slice(0, -1).trim() || undefined;
	const after = second ? collect(second) : '';
	if (/^\s*[:–—]/.test(after)) return text;
	return !second && introduces ? text : undefined;
}

function collect(node: Nodes): string {
	switch (node.type) {
		case 'text':
		case 'inlineCode':
		case 'code':
			return node.value;
		case 'html':
			return isComment(node.value) ? '' : node.value;
		case 'image':
		case 'imageReference':
			return node.alt ?? '';
		case 'break':
			return ' ';
		case 'footnoteReference':
			return '';
		default:
			return 'children' in node ? joinChildren(node) : '';
	}
}

function joinChildren(node: Parents): string {
	const separator = isFlow(node) ? ' ' : '';
	return node.children.map((child) => collect(child)).join(separator);
}

function isFlow(node: Parents): boolean {
	return [
		'root',
		'list',
		'listItem',
		'blockquote',
		'table',
		'tableRow',
		'footnoteDefinition',
	].includes(node.type);
}
