import type { Node, RootContent } from 'mdast';
import type { Finding } from '../findings.ts';
import type { Place } from '../model.ts';
import type { SectionTag } from '../read/section-tag.ts';
import type {
	Draft,
	DraftHeading,
	Extraction,
	HeadingContext,
	Override,
	OverrideNames,
} from './draft.ts';

/** Everything that extraction of one document gathers. */
export interface State {
	file: string;
	/** Slugs that an override may name. */
	names: OverrideNames;
	drafts: Draft[];
	headings: DraftHeading[];
	links: Extraction['links'];
	findings: Finding[];
	/** Line → reason for which it is in no statement; null: it is in one. */
	lines: Map<number, string | null>;
	/** Sections that are closed by a tag of their own. */
	closed: ReadonlySet<SectionTag>;
	/** Walks the blocks of a container. */
	walk: (nodes: RootContent[], flow: Flow) => void;
}

/** What is known at a point of a sequence of blocks; constructs change it for the blocks after them. */
export interface Flow {
	/** Headings of the containers around this one. */
	base: HeadingContext[];
	/** Headings since, with their depths. */
	outline: { depth: number; context: HeadingContext }[];
	/** Open sections, each with the headings to go back to. */
	sections: { tag: SectionTag; base: HeadingContext[]; outline: Flow['outline'] }[];
	parent?: Draft;
	/** The paragraph just above, where it introduces what follows. */
	lead?: Draft;
	/** An override that stands alone above the next block. */
	pending?: Override;
}

/** Handles one kind of node. `next` is the block after it. */
export type ConstructHandler<Kind extends Node = Node> = (
	node: Kind,
	flow: Flow,
	state: State,
	next: RootContent | undefined,
) => void;

export function makeFlow(base: HeadingContext[] = [], parent?: Draft): Flow {
	return { base, outline: [], sections: [], ...(parent && { parent }) };
}

export function headingsOf(flow: Flow): HeadingContext[] {
	return [...flow.base, ...flow.outline.map(({ context }) => context)];
}

/** Marks the node's lines as kept (null) or skipped for a reason. Lines already marked stay. */
export function markLines(state: State, from: number, to: number, reason: string | null): void {
	for (let line = from; line <= to; line++) {
		if (!state.lines.has(line)) state.lines.set(line, reason);
	}
}

export function startOf(node: Node): { line: number; column: number } {
	return node.position?.start ?? { line: 1, column: 1 };
}

export function endLineOf(node: Node): number {
	return node.position?.end.line ?? startOf(node).line;
}

export function placeOf(node: Node, state: State): Place {
	const { line, column } = startOf(node);
	return { file: state.file, line, column };
}

/** Adds a statement made of `node`, whose own lines run to `endLine`, and returns it. */
export function addDraft(
	state: State,
	flow: Flow,
	node: Node,
	draft: Pick<Draft, 'text' | 'construct'> & Partial<Draft>,
): Draft {
	const { line, column } = startOf(node);
	const parent = draft.parent ?? flow.lead ?? flow.parent;
	const added: Draft = {
		node,
		line,
		column,
		endLine: endLineOf(node),
		headings: headingsOf(flow),
		override: {},
		...draft,
		...(parent && { parent }),
	};
	state.drafts.push(added);
	markLines(state, added.line, added.endLine, null);
	return added;
}
