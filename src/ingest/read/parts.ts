import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** Lines of a file that belong to one role document; both ends are included. */
export interface Part {
	from: number;
	to: number;
	/** Text of the first-level heading that opens the part; undefined for the first part. */
	title?: string;
}

/**
 * Returns the role documents that a file holds, in order; most files hold one.
 *
 * A further one starts at a first-level heading, with text of another document above it, when what
 * stands right below introduces a role: "**Role**: …" or "You are a …". A first-level heading alone
 * is not enough: many documents use several of them as sections.
 */
export function splitParts(tree: Root, lastLine: number): Part[] {
	const starts = tree.children.filter((node, i) => i > 0 && startsRole(node, tree.children[i + 1]));
	const parts: Part[] = [{ from: 1, to: lastLine }];
	for (const node of starts) {
		const from = node.position?.start.line ?? 1;
		const previous = parts.at(-1);
		if (previous) previous.to = from - 1;
		parts.push({ from, to: lastLine, title: toString(node) });
	}
	return parts;
}

function startsRole(node: RootContent, next: RootContent | undefined): node is Heading {
	if (node.type !== 'heading' || node.depth !== 1) return false;
	return next?.type === 'paragraph' && introducesRole(next);
}

function introducesRole(paragraph: Paragraph): boolean {
	return /^(role\s*:|you are (a|an|the)\b)/i.test(toString(paragraph).trim());
}
