import type { List, ListItem, Paragraph, Parents, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** Signs that people put in front of lines instead of a list marker. */
const mark = /^(?:✅|❌|✔|✓|✗|✘|☐|☑|•|🚫)/u;

/**
 * Turns paragraphs whose lines all start with a mark ("✅ does this", "❌ does not do that") into
 * lists, in place: their lines are separate statements, written with line breaks instead of markers.
 */
export function makeMarkLists(node: Parents): void {
	for (const [i, child] of node.children.entries()) {
		const list = child.type === 'paragraph' ? toList(child) : undefined;
		if (list) node.children.splice(i, 1, list);
		else if ('children' in child) makeMarkLists(child);
	}
}

function toList(paragraph: Paragraph): List | undefined {
	const lines = splitLines(paragraph.children).filter((line) => line.length > 0);
	const isMarked = lines.every((line) =>
		mark.test(toString({ type: 'paragraph', children: line })),
	);
	if (lines.length < 2 || !isMarked) return undefined;
	return {
		type: 'list',
		ordered: false,
		spread: false,
		children: lines.map(toItem),
		...(paragraph.position && { position: paragraph.position }),
	};
}

function toItem(children: PhrasingContent[]): ListItem {
	const start = children[0]?.position?.start;
	const end = children.at(-1)?.position?.end;
	const position = start && end && { position: { start, end } };
	const paragraph: Paragraph = { type: 'paragraph', children, ...position };
	return { type: 'listItem', spread: false, children: [paragraph], ...position };
}

/** Inline content, divided at hard and soft line breaks; positions are kept. */
function splitLines(children: PhrasingContent[]): PhrasingContent[][] {
	const lines: PhrasingContent[][] = [[]];
	for (const child of children) {
		if (child.type === 'break') {
			lines.push([]);
			continue;
		}
		if (child.type !== 'text') {
			lines.at(-1)?.push(child);
			continue;
		}
		for (const [i, value] of child.value.split('\n').entries()) {
			if (i > 0) lines.push([]);
			if (value === '' || !child.position) continue;
			const line = child.position.start.line + i;
			const column = i === 0 ? child.position.start.column : 1;
			const start = { line, column };
			const end = { line, column: column + value.length };
			lines.at(-1)?.push({ type: 'text', value, position: { start, end } });
		}
	}
	return lines;
}
