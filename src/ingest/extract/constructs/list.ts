import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import type { Draft } from '../draft.ts';
import { inspectInline } from '../inline.ts';
import {
	addDraft,
	type ConstructHandler,
	endLineOf,
	type Flow,
	headingsOf,
	makeFlow,
	startOf,
	type State,
} from '../state.ts';
import { extractTechnologies } from '../technologies.ts';
import { fold, getLabel, getText } from '../text.ts';

/** Each item is a statement; blocks inside it become statements of their own, with it as parent. */
export const list: ConstructHandler<List> = (node, flow, state) => {
	const first = node.start ?? 1;
	for (const [i, item] of node.children.entries()) {
		const ordinal = node.ordered ? first + i : undefined;
		const draft = addItem(item, flow, state, ordinal);
		const rest = item.children.filter((child) => !isOwn(child, item));
		const parent = draft ?? flow.lead ?? flow.parent;
		state.walk(rest, makeFlow(headingsOf(flow), parent));
	}
};

function addItem(
	item: ListItem,
	flow: Flow,
	state: State,
	ordinal: number | undefined,
): Draft | undefined {
	const own = item.children.filter((child): child is Paragraph => isOwn(child, item));
	const [opening] = own;
	const last = own.at(-1);
	if (!opening || !last) return undefined;

	const text = fold(own.map((child) => getText(child)).join(' '));
	const label = getLabel(opening.children, item.children.length > own.length);
	const headings = headingsOf(flow).map((heading) => heading.text);
	const technologies = extractTechnologies(text, headings);
	const inline = own.map((child) => inspectInline(child, state));
	return addDraft(state, flow, item, {
		text,
		construct: item.checked === null || item.checked === undefined ? 'item' : 'task',
		line: startOf(item).line,
		endLine: endLineOf(last),
		override: inline.reduce((all, one) => ({ ...all, ...one }), { ...flow.pending }),
		...(ordinal !== undefined && { ordinal }),
		...(label && { label }),
		...(technologies && { technologies }),
	});
}

/** The item's text is its paragraphs up to the first other block. */
function isOwn(child: RootContent, item: ListItem): child is Paragraph {
	const firstOther = item.children.findIndex((block) => block.type !== 'paragraph');
	const index = item.children.indexOf(child as ListItem['children'][number]);
	return child.type === 'paragraph' && (firstOther < 0 || index < firstOther);
}
