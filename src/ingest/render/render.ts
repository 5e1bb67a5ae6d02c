import type { Element, ElementContent, Nodes as HastNodes } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Code, Nodes, Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { makeHandlers } from './handlers.ts';
import type { RuleLinker } from './rules.ts';
import type { TermLinker } from './terms.ts';

/** What goes into the page beside the text: by the node that carries it. */
export interface Decoration {
	/** The element's id. */
	id: string;
	/** Shown at the end of the statement's own text. */
	marks?: ElementContent[];
}

export interface RenderSettings {
	/** Path of the file, which relative links start from. */
	file: string;
	decorations: ReadonlyMap<Nodes, Decoration>;
	/** URL of another document of the folder; undefined where there is none. */
	urlOfDocument: (path: string) => string | undefined;
	/** Levels that headings move down, so that the page's title stays the only first-level heading. */
	headingShift: number;
	linkTerms: TermLinker;
	linkRules: RuleLinker;
	/**
	 * Returns what stands for a code block; undefined for one that is rendered as usual. It is put in as
	 * it is, so that only the site's own text may have it.
	 */
	showCode?: (node: Code) => Element | undefined;
}

/**
 * Returns a tree as HTML that holds text and nothing live: raw HTML is shown as written, links have
 * safe schemes, images are links. Each decorated node's element carries its id.
 */
export function render(tree: Root, settings: RenderSettings): string {
	const shown = new Map<string, Element>();
	const hast = toHast(tree, { handlers: makeHandlers(settings, shown) });
	const safe = sanitize(hast, schema);
	settings.linkRules(safe);
	settings.linkTerms(safe);
	putIn(shown, safe);
	addMarks(safe, settings);
	return toHtml(safe, { closeSelfClosing: false });
}

const schema: Schema = {
	...defaultSchema,
	clobber: [],
	clobberPrefix: '',
	protocols: { href: ['http', 'https', 'mailto'] },
	attributes: {
		...defaultSchema.attributes,
		'*': ['id', 'lang'],
		a: ['href'],
		code: [['className', /^language-/]],
		ol: ['start'],
		th: ['align'],
		td: ['align'],
		li: ['id'],
	},
};

/** Puts elements in the place of those that hold it for them, which have their keys as ids. */
function putIn(shown: ReadonlyMap<string, Element>, node: HastNodes): void {
	if (shown.size === 0 || !('children' in node)) return;
	const children = node.children.map((child) => {
		putIn(shown, child);
		const id = child.type === 'element' ? child.properties.id : undefined;
		return (typeof id === 'string' ? shown.get(id) : undefined) ?? child;
	});
	// A tree's root may also hold a doctype, which no element may; nothing else tells the two apart here.
	node.children = children;
}

/** Marks go behind the statement's own text and before blocks inside it. */
function addMarks(tree: HastNodes, settings: RenderSettings): void {
	const marksById = new Map<string, ElementContent[]>();
	for (const { id, marks } of settings.decorations.values()) if (marks) marksById.set(id, marks);
	visitElements(tree, (element) => {
		const id = element.properties.id;
		const marks = typeof id === 'string' ? marksById.get(id) : undefined;
		if (marks) insertMarks(element, marks);
	});
}

const blocks = new Set([
	'ul',
	'ol',
	'pre',
	'table',
	'blockquote',
	'p',
	'section',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
]);

function insertMarks(element: Element, marks: ElementContent[]): void {
	if (element.tagName === 'tr') {
		const cell = element.children.findLast((child): child is Element => child.type === 'element');
		(cell ?? element).children.push(...marks);
		return;
	}
	if (element.tagName === 'pre') {
		element.children.push(...marks);
		return;
	}
	const opening = element.children.find((child): child is Element => child.type === 'element');
	if (opening?.tagName === 'p' && !('id' in opening.properties)) {
		opening.children.push(...marks);
		return;
	}
	const index = element.children.findIndex(
		(child) => child.type === 'element' && blocks.has(child.tagName),
	);
	element.children.splice(index < 0 ? element.children.length : index, 0, ...marks);
}

function visitElements(node: HastNodes, visit: (element: Element) => void): void {
	if (node.type === 'element') visit(node);
	if (!('children' in node)) return;
	for (const child of node.children) visitElements(child, visit);
}
