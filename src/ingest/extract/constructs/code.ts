import type { Code } from 'mdast';
import { addDraft, type ConstructHandler } from '../state.ts';

/** A code block is one statement, its line breaks kept. */
export const code: ConstructHandler<Code> = (node, flow, state) => {
	addDraft(state, flow, node, {
		text: node.value,
		construct: 'code',
		override: { ...flow.pending },
	});
};
