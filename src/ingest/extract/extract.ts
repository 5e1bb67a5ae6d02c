import type { Nodes, RootContent } from 'mdast';
import type { Finding } from '../findings.ts';
import type { ReadDocument } from '../model.ts';
import { code } from './constructs/code.ts';
import { blockquote, footnoteDefinition } from './constructs/containers.ts';
import { heading } from './constructs/heading.ts';
import { html } from './constructs/html.ts';
import { list } from './constructs/list.ts';
import { definition, other, thematicBreak } from './constructs/other.ts';
import { paragraph } from './constructs/paragraph.ts';
import { sectionTag } from './constructs/section-tag.ts';
import { table } from './constructs/table.ts';
import type { Extraction, OverrideNames } from './draft.ts';
import { inspectLink } from './inline.ts';
import { countLines } from './lines.ts';
import { matchSections } from './sections.ts';
import { type ConstructHandler, type Flow, makeFlow, type State } from './state.ts';

/** One entry per Markdown construct, by the name of its node; `other` catches the rest. */
const constructs: Record<string, ConstructHandler<never>> = {
	heading,
	sectionTag,
	paragraph,
	list,
	table,
	code,
	html,
	blockquote,
	footnoteDefinition,
	thematicBreak,
	definition,
};

/**
 * Returns the statements and headings of a document in the order of its lines, and accounts for each
 * of its lines: in a statement, skipped with a reason, or lost.
 */
export function extract(
	document: ReadDocument,
	names: OverrideNames,
): { extraction: Extraction; findings: Finding[] } {
	const { closed, findings } = matchSections(document.tree, document.path);
	const state: State = {
		file: document.path,
		names,
		drafts: [],
		headings: [],
		links: [],
		findings,
		lines: new Map(document.skipped.map(({ line, reason }) => [line, reason])),
		closed,
		walk: (nodes, flow) => {
			walk(nodes, flow, state);
		},
	};
	state.walk(document.tree.children, makeFlow());

	const { drafts, headings, links } = state;
	drafts.sort((a, b) => a.line - b.line || a.column - b.column);
	const lines = countLines(document, state.lines);
	return { extraction: { drafts, headings, links, ...lines }, findings };
}

function walk(nodes: RootContent[], flow: Flow, state: State): void {
	for (const [i, node] of nodes.entries()) {
		const { lead, pending } = flow;
		const construct = (constructs[node.type] ?? other) as ConstructHandler<Nodes>;
		construct(node, flow, state, nodes[i + 1]);
		if (node.type === 'definition') inspectLink(node, node.url, state);
		// A lead-in and an override hold for one block: the one after them.
		if (flow.lead === lead) delete flow.lead;
		if (flow.pending === pending) delete flow.pending;
	}
}
