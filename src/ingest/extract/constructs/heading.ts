import type { Heading } from 'mdast';
import { inspectInline } from '../inline.ts';
import { type ConstructHandler, endLineOf, markLines, startOf } from '../state.ts';
import { getText } from '../text.ts';

/** A heading is no statement: it names what the statements below are about. */
export const heading: ConstructHandler<Heading> = (node, flow, state) => {
	const text = getText(node);
	const { line } = startOf(node);
	const inline = inspectInline(node, state);
	const override = { ...flow.pending, ...inline };
	const outline = flow.outline.filter((entry) => entry.depth < node.depth);
	flow.outline = [...outline, { depth: node.depth, context: { text, override } }];
	state.headings.push({ node, depth: node.depth, text, line });
	markLines(state, line, endLineOf(node), 'heading');
};
