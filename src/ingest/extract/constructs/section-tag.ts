import type { SectionTag } from '../../read/section-tag.ts';
import { formatSectionName } from '../sections.ts';
import {
	type ConstructHandler,
	type Flow,
	headingsOf,
	markLines,
	startOf,
	type State,
} from '../state.ts';

/** A tag-like section is a heading that says itself where it ends. */
export const sectionTag: ConstructHandler<SectionTag> = (node, flow, state) => {
	const { line } = startOf(node);
	markLines(state, line, line, 'section tag');
	endUnclosed(flow, state);
	if (node.closing) close(node, flow);
	else open(node, flow, state);
};

function open(node: SectionTag, flow: Flow, state: State): void {
	const text = formatSectionName(node.value);
	flow.sections.push({ tag: node, base: flow.base, outline: flow.outline });
	flow.base = [...headingsOf(flow), { text, override: flow.pending ?? {} }];
	flow.outline = [];
	const depth = Math.min(6, flow.sections.length + 1);
	state.headings.push({ node, depth, text, line: startOf(node).line });
}

function close(node: SectionTag, flow: Flow): void {
	const index = flow.sections.findLastIndex((section) => section.tag.value === node.value);
	restore(flow, index);
}

/** A section without a closing tag ends at the next tag. */
function endUnclosed(flow: Flow, state: State): void {
	const last = flow.sections.at(-1);
	if (last && !state.closed.has(last.tag)) restore(flow, flow.sections.length - 1);
}

function restore(flow: Flow, index: number): void {
	const section = flow.sections[index];
	if (!section) return;
	flow.base = section.base;
	flow.outline = section.outline;
	flow.sections = flow.sections.slice(0, index);
}
