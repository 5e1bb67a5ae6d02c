import type { Blockquote, FootnoteDefinition } from 'mdast';
import { type ConstructHandler, headingsOf, makeFlow, markLines, startOf } from '../state.ts';

/** A quote holds statements; it has no text of its own. */
export const blockquote: ConstructHandler<Blockquote> = (node, flow, state) => {
	state.walk(node.children, makeFlow(headingsOf(flow), flow.lead ?? flow.parent));
};

/** A footnote holds statements that belong to no list or lead-in. */
export const footnoteDefinition: ConstructHandler<FootnoteDefinition> = (node, flow, state) => {
	state.walk(node.children, makeFlow(headingsOf(flow)));
	markLines(state, startOf(node).line, startOf(node).line, 'footnote label');
};
