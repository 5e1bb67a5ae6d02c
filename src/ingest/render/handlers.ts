import type { Element, ElementContent } from 'hast';
import type {
	Code,
	FootnoteDefinition,
	FootnoteReference,
	Heading,
	Html,
	Image,
	ImageReference,
	Link,
	LinkReference,
	ListItem,
	Nodes,
	Paragraph,
	Parents,
	Table,
	TableCell,
	TableRow,
} from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import { formatSectionName } from '../extract/sections.ts';
import { isComment } from '../extract/text.ts';
import { resolveUrl } from '../links/resolve.ts';
import type { SectionTag } from '../read/section-tag.ts';
import { makeSlug } from '../read/slug.ts';
import { makeElement } from './element.ts';
import type { RenderSettings } from './render.ts';

/** Containers in which raw HTML is part of a line. */
const inlineParents = new Set([
	'paragraph',
	'heading',
	'tableCell',
	'emphasis',
	'strong',
	'delete',
	'link',
	'linkReference',
]);

/**
 * How each Markdown construct becomes an element; what is not listed is rendered as usual. `shown` gets
 * the elements that are put in when all others are known to be safe, by the ids of their places.
 */
export function makeHandlers(settings: RenderSettings, shown: Map<string, Element>): Handlers {
	const withId = (node: Nodes, element: Element): Element => {
		const decoration = settings.decorations.get(node);
		if (decoration) element.properties.id = decoration.id;
		return element;
	};
	return {
		heading(state: State, node: Heading) {
			const depth = Math.min(6, node.depth + settings.headingShift);
			return withId(node, makeElement(`h${depth}`, state.all(node)));
		},
		sectionTag(_state: State, node: SectionTag) {
			if (node.closing) return undefined;
			const text = formatSectionName(node.value);
			return withId(node, makeElement('h2', [{ type: 'text', value: text }]));
		},
		paragraph(state: State, node: Paragraph) {
			return withId(node, makeElement('p', state.all(node)));
		},
		// Raw HTML is text, also where it stands alone; comments are left out.
		html(_state: State, node: Html, parent: Parents | undefined) {
			if (isComment(node.value)) return undefined;
			const text: ElementContent = { type: 'text', value: node.value };
			const isInline = inlineParents.has(parent?.type ?? '');
			return isInline ? text : withId(node, makeElement('p', [text]));
		},
		code(state: State, node: Code) {
			const own = settings.showCode?.(node);
			if (own) {
				const id = `pl-shown-${shown.size}`; // headings keep away from ids that begin so
				shown.set(id, withId(node, own));
				return makeElement('pre', [], { id });
			}
			const language = /^[\w+#.-]+/.exec(node.lang ?? '')?.[0];
			const code = makeElement('code', [{ type: 'text', value: `${node.value}\n` }]);
			if (language) code.properties.className = [`language-${language}`];
			const pre = withId(node, makeElement('pre', [code]));
			state.patch(node, pre);
			return pre;
		},
		// In place, and also where nothing refers to it: the usual list at the end would leave it out.
		footnoteDefinition(state: State, node: FootnoteDefinition) {
			const mark: ElementContent = { type: 'text', value: `[${node.label ?? node.identifier}] ` };
			const isFirst = state.footnoteById.get(node.identifier.toUpperCase()) === node;
			const properties = isFirst ? { id: toNoteId(node) } : {};
			return makeElement('div', [mark, ...state.all(node)], properties);
		},
		footnoteReference(_state: State, node: FootnoteReference) {
			const text: ElementContent = { type: 'text', value: `[${node.label ?? node.identifier}]` };
			return makeElement('sup', [makeElement('a', [text], { href: `#${toNoteId(node)}` })]);
		},
		link(state: State, node: Link) {
			return makeLink(node.url, state.all(node), settings);
		},
		linkReference(state: State, node: LinkReference) {
			const definition = state.definitionById.get(node.identifier.toUpperCase());
			const children = state.all(node);
			return definition ? makeLink(definition.url, children, settings) : children;
		},
		image(_state: State, node: Image) {
			return makeImageLink(node.url, node.alt, settings);
		},
		imageReference(state: State, node: ImageReference) {
			const definition = state.definitionById.get(node.identifier.toUpperCase());
			return makeImageLink(definition?.url ?? '', node.alt, settings);
		},
		tableRow(state: State, node: TableRow, parent: Parents | undefined) {
			return withId(node, makeRow(state.all(node), node, parent));
		},
		tableCell(state: State, node: TableCell) {
			return makeElement('td', state.all(node));
		},
		table(state: State, node: Table) {
			const [head, ...rows] = state
				.all(node)
				.filter((child): child is Element => child.type === 'element');
			const sections = [
				...(head ? [makeElement('thead', [head])] : []),
				...(rows.length > 0 ? [makeElement('tbody', rows)] : []),
			];
			return makeElement('table', sections);
		},
		listItem(state: State, node: ListItem) {
			const isLoose = node.spread === true;
			const children = state
				.all(node)
				.flatMap((child) => (isLoose ? [child] : unwrapParagraph(child)));
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
		if (align[i]) cell.properties.align = align[i];
	}
	return makeElement('tr', cells);
}

/** Headings keep away from ids that begin so. */
function toNoteId(node: FootnoteDefinition | FootnoteReference): string {
	return `pl-note-${makeSlug(node.identifier)}`;
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

function makeLink(
	url: string,
	children: ElementContent[],
	settings: RenderSettings,
): ElementContent[] {
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
