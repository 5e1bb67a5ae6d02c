import type { Definition, Nodes, ThematicBreak } from 'mdast';
import { addDraft, type ConstructHandler, endLineOf, markLines, startOf } from '../state.ts';
import { getText } from '../text.ts';

export const thematicBreak: ConstructHandler<ThematicBreak> = (node, _flow, state) => {
	markLines(state, startOf(node).line, endLineOf(node), 'thematic break');
};

export const definition: ConstructHandler<Definition> = (node, _flow, state) => {
	markLines(state, startOf(node).line, endLineOf(node), 'link definition');
};

/** Catches every construct without an entry of its own: its text is kept. */
export const other: ConstructHandler<Nodes> = (node, flow, state) => {
	const text = 'value' in node && typeof node.value === 'string' ? node.value : getText(node);
	addDraft(state, flow, node, { text, construct: 'other', override: { ...flow.pending } });
};
