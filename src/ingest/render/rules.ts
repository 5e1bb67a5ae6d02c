import type { Element, ElementContent, Nodes } from 'hast';

/** Changes a tree: each `[SEC-014]` that names a rule becomes a link to it. */
export type RuleLinker = (tree: Nodes) => void;

/** Elements in which a code is meant as written, or a link may not stand. */
export const closed = new Set(['a', 'code', 'pre']);

/**
 * Returns a linker for the codes of rules. The link says the code; the title follows in a span that
 * styles show on hover and focus. Codes that no rule has stay text.
 */
export function makeRuleLinker(rules: { code: string; title: string }[]): RuleLinker {
	const split = makeCodeSplitter(rules);
	return (tree) => {
		linkIn(tree, split);
	};
}

/** Returns a function that cuts a text into text and links to the rules that it names. */
export function makeCodeSplitter(
	rules: { code: string; title: string }[],
): (text: string) => ElementContent[] {
	const titles = new Map(rules.map(({ code, title }) => [code, title]));
	return (text) =>
		text.split(/(\[[A-Z]{2,5}-\d{3}\])/).flatMap((part): ElementContent[] => {
			const code = part.slice(1, -1);
			const title = part.startsWith('[') ? titles.get(code) : undefined;
			if (title !== undefined) return [makeRuleLink(code, title)];
			return part === '' ? [] : [{ type: 'text', value: part }];
		});
}

function linkIn(node: Nodes, split: (text: string) => ElementContent[]): void {
	if (!('children' in node)) return;
	if (node.type === 'element' && closed.has(node.tagName)) return;
	const children = node.children.flatMap((child) => {
		if (child.type === 'text' && child.value.includes('[')) return split(child.value);
		linkIn(child, split);
		return [child];
	});
	node.children = children;
}

function makeRuleLink(code: string, title: string): Element {
	return {
		type: 'element',
		tagName: 'a',
		properties: { href: `/rules/${code.toLowerCase()}/`, className: ['rule-link'] },
		children: [
			{ type: 'text', value: code },
			{
				type: 'element',
				tagName: 'span',
				properties: { className: ['rule-title'] },
				children: [{ type: 'text', value: ` ${title}` }],
			},
		],
	};
}
