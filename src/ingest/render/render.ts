import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Nodes, Root } from 'mdast';
import { type Handlers, toHast } from 'mdast-util-to-hast';
import { isComment } from '../extract/text.ts';
import { formatSectionName } from '../extract/sections.ts';
import { resolveUrl } from '../links/resolve.ts';
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
}

/**
 * Returns a tree as HTML that holds text and nothing live: raw HTML is shown as written, links have
 * safe schemes, images are links. Each decorated node's element carries its id.
 */
export function render(tree: Root, settings: RenderSettings): string {
	const hast = toHast(tree, { handlers: makeHandlers(settings), clobberPrefix: 'note-' });
	const safe = sanitize(hast, schema);
	settings.linkTerms(safe);
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
		a: ['href', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaDescribedBy'],
		code: [['className', /^language-/]],
		ol: ['start'],
		th: ['align'],
		td: ['align'],
		li: ['id'],
	},
};

function makeHandlers(settings: RenderSettings): Handlers {
	const withId = (node: Nodes, element: Element): Element => {
		const decoration = settings.decorations.get(node);
		if (decoration) element.properties['id'] = decoration.id;
		return element;
	};
	return {
		heading(state, node) {
			const depth = Math.min(6, node.depth + settings.headingShift);
			return withId(node, makeElement(`h${depth}`, state.all(node)));
		},
		sectionTag(_state, node) {
			if (node.closing) return undefined;
			const text = formatSectionName(node.value);
			return withId(node, makeElement('h2', [{ type: 'text', value: text }]));
		},
		paragraph(state, node) {
			return withId(node, makeElement('p', state.all(node)));
		},
		// Raw HTML is text, also where it stands alone; comments are left out.
		html(_state, node, parent) {
			if (isComment(node.value)) return undefined;
			const text: ElementContent = { type: 'text', value: node.value };
			const isInline = ['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'link', 'delete'].includes(parent?.type ?? '');
			return isInline ? text : withId(node, makeElement('p', [text]));
		},
		code(state, node) {
			const language = /^[\w+#.-]+/.exec(node.lang ?? '')?.[0];
			const code = makeElement('code', [{ type: 'text', value: `${node.value}\n` }]);
			if (language) code.properties['className'] = [`language-${language}`];
			const pre = withId(node, makeElement('pre', [code]));
			state.patch(node, pre);
			return pre;
		},
		link(state, node) {
			return makeLink(node.url, state.all(node), settings);
		},
		linkReference(state, node) {
			const definition = state.definitionById.get(node.identifier.toUpperCase());
			const children = state.all(node);
			return definition ? makeLink(definition.url, children, settings) : children;
		},
		image(_state, node) {
			return makeImageLink(node.url, node.alt, settings);
		},
		imageReference(state, node) {
			const definition = state.definitionById.get(node.identifier.toUpperCase());
			return makeImageLink(definition?.url ?? '', node.alt, settings);
		},
		tableRow(state, node, parent) {
			return withId(node, makeRow(state.all(node), node, parent));
		},
		tableCell(state, node) {
			return makeElement('td', state.all(node));
		},
		table(state, node) {
			const [head, ...rows] = state.all(node).filter((child): child is Element => child.type === 'element');
			const sections = [
				...(head ? [makeElement('thead', [head])] : []),
				...(rows.length > 0 ? [makeElement('tbody', rows)] : []),
			];
			return makeElement('table', sections);
		},
		listItem(state, node) {
			const isLoose = node.spread === true;
			const children = state.all(node).flatMap((child) => (isLoose ? [child] : unwrapParagraph(child)));
			if (typeof node.checked === 'boolean') children.unshift(makeTaskMark(node.checked));
			return withId(node, makeElement('li', children));
		},
	};
}

function makeRow(cells: ElementContent[], node: Nodes, parent: Nodes | undefined): Element {
	const isHead = parent?.type === 'table' && parent.children[0] === node;
	const align = parent?.type === 'table' ? (parent.align ?? []) : [];
	for (const [i, cell] of cells.entries()) {
		if (cell.type !== 'element') continue;
		if (isHead) cell.tagName = 'th';
		if (align[i]) cell.properties['align'] = align[i];
	}
	return makeElement('tr', cells);
}

/** A tight item shows its paragraphs' text without paragraphs round it; statements inside keep theirs. */
function unwrapParagraph(child: ElementContent): ElementContent[] {
	const isPlain = child.type === 'element' && child.tagName === 'p' && !('id' in child.properties);
	return isPlain ? [...child.children, { type: 'text', value: ' ' }] : [child];
}

/** A word instead of a form control: a source's task box is not ours to tick. */
function makeTaskMark(checked: boolean): ElementContent {
	return { type: 'text', value: checked ? '☑ ' : '☐ ' };
}

function makeLink(url: string, children: ElementContent[], settings: RenderSettings): ElementContent[] {
	const href = getHref(url, settings);
	return href === undefined ? children : [makeElement('a', children, { href })];
}

/** A picture would be a request to another host: the reader gets its description and decides. */
function makeImageLink(
	url: string,
	alt: string | null | undefined,
	settings: RenderSettings,
): ElementContent[] {
	const text = alt ? `Image: ${alt}` : 'Image';
	return makeLink(url, [{ type: 'text', value: text }], settings);
}

function getHref(url: string, settings: RenderSettings): string | undefined {
	const resolved = resolveUrl(url, settings.file);
	switch (resolved.kind) {
		case 'unsafe':
			return undefined;
		case 'document': {
			const fragment = resolved.fragment ? `#${resolved.fragment}` : '';
			if (resolved.target === null) return fragment || undefined;
			const page = settings.urlOfDocument(resolved.target);
			return page && `${page}${fragment}`;
		}
		default:
			return resolved.url;
	}
}

/** Marks go behind the statement's own text and before blocks inside it. */
function addMarks(tree: HastNodes, settings: RenderSettings): void {
	const marksById = new Map<string, ElementContent[]>();
	for (const { id, marks } of settings.decorations.values()) if (marks) marksById.set(id, marks);
	visitElements(tree, (element) => {
		const id = element.properties['id'];
		const marks = typeof id === 'string' ? marksById.get(id) : undefined;
		if (marks) insertMarks(element, marks);
	});
}

const blocks = new Set(['ul', 'ol', 'pre', 'table', 'blockquote', 'p', 'section', 'h2', 'h3', 'h4', 'h5', 'h6']);

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
	const index = element.children.findIndex((child) => child.type === 'element' && blocks.has(child.tagName));
	element.children.splice(index < 0 ? element.children.length : index, 0, ...marks);
}

function visitElements(node: HastNodes, visit: (element: Element) => void): void {
	if (node.type === 'element') visit(node);
	if (!('children' in node)) return;
	for (const child of node.children) visitElements(child, visit);
}

export function makeElement(
	tagName: string,
	children: ElementContent[],
	properties: Element['properties'] = {},
): Element {
	return { type: 'element', tagName, properties: { ...properties }, children };
}

export type { HastRoot };
