import type { Edge, Graph, Problem, Shape } from '../model.ts';
import {
	closeGroup,
	findNode,
	finishGraph,
	type GraphReading,
	openGroup,
	startGraph,
} from './groups.ts';
import {
	type DiagramReading,
	type Line,
	name,
	readStatements,
	type Statement,
	text,
} from './statements.ts';

const statements: Statement<GraphReading>[] = [
	{
		form: new RegExp(`^subgraph\\s+(${name})\\s*\\["?(${text})"?\\]$`, 'u'),
		take: (reading, [id = '', label = ''], line) => openGroup(reading, id, label.trim(), line),
	},
	{
		form: new RegExp(`^subgraph\\s+"?([^[\\]<>;#"]+)"?$`, 'u'),
		take: (reading, [label = ''], line) => openGroup(reading, label.trim(), label.trim(), line),
	},
	{ form: /^end$/, take: closeGroup },
	{ form: new RegExp(`^(${name}.*)$`, 'u'), take: readChain },
];

const expected =
	'a node such as A[Label], a line such as A -->|label| B, “subgraph id [Title]” or “end”';

/** Reads the lines of a flowchart below its first. */
export function readFlowchart(direction: Graph['direction'], lines: Line[]): DiagramReading<Graph> {
	const reading = startGraph(direction);
	const problems = readStatements(lines, statements, reading, expected);
	const further = [...finishGraph(reading), ...findNameless(reading)];
	return { diagram: reading.graph, problems: problems.length > 0 ? problems : further };
}

/** A letter alone says nothing to a reader, and often is another one misspelt. */
function findNameless({ graph }: GraphReading): Problem[] {
	return graph.nodes
		.filter(({ id, label }) => label === id && id.length === 1)
		.map(({ id, line }) => ({ line, message: `“${id}” has no label, expected ${id}[Label].` }));
}

interface Rest {
	text: string;
}

/** Reads nodes with arrows between them; `&` joins several nodes at one end. */
function readChain(reading: GraphReading, [chain = '']: string[], line: Line): string | undefined {
	const rest: Rest = { text: chain };
	let from = readNodes(reading, rest, line);
	while (typeof from !== 'string' && rest.text !== '') {
		const arrow = readArrow(rest);
		if (!arrow) return `Unexpected “${rest.text}”, expected an arrow: ${arrowExamples}.`;
		const to = readNodes(reading, rest, line);
		if (typeof to !== 'string') addEdges(reading.graph, from, to, arrow);
		from = to;
	}
	return typeof from === 'string' ? from : undefined;
}

const arrowExamples = '-->, ---, -.->, ==>, <--> or -->|label|';

function addEdges(graph: Graph, from: string[], to: string[], arrow: Arrow): void {
	graph.edges.push(...from.flatMap((a) => to.map((b) => ({ ...arrow, from: a, to: b }))));
}

/** Returns the ids of the nodes at the beginning, or what is wrong with them. */
function readNodes(reading: GraphReading, rest: Rest, line: Line): string[] | string {
	const ids: string[] = [];
	do {
		const written = readNode(rest);
		if (!written) return `Unexpected “${rest.text}”, expected a node such as A or A[Label].`;
		const problem = placeNode(reading, written, line);
		if (problem !== undefined) return problem;
		ids.push(written.id);
	} while (cut(rest, /^&\s*/));
	return ids;
}

interface WrittenNode {
	id: string;
	/** Undefined for a node that is named alone. */
	label: string | undefined;
	shape: Shape;
}

/** How brackets round a label shape its box; longer ones first. */
const brackets: [open: string, close: string, shape: Shape][] = [
	['([', '])', 'stadium'],
	['((', '))', 'circle'],
	['[[', ']]', 'routine'],
	['[(', ')]', 'store'],
	['{{', '}}', 'hexagon'],
	['[', ']', 'box'],
	['(', ')', 'round'],
	['{', '}', 'decision'],
];

const idForm = new RegExp(`^${name}`, 'u');
const labelForm = /^(?:"([^"<>]+)"|([^"()[\]{}|<>;#\\/](?:[^"()[\]{}|<>;#]*[^"()[\]{}|<>;#\\/])?))/;

function readNode(rest: Rest): WrittenNode | undefined {
	const id = cut(rest, idForm)?.[0];
	// Mermaid takes the word for the end of a subgraph, wherever it stands.
	if (id === undefined || id === 'end') return undefined;
	const bracket = brackets.find(([open]) => rest.text.startsWith(open));
	if (!bracket) {
		cut(rest, /^\s*/);
		return { id, label: undefined, shape: 'box' };
	}
	const [open, close, shape] = bracket;
	const label = labelForm.exec(rest.text.slice(open.length));
	const end = open.length + (label?.[0].length ?? 0);
	if (!label || !rest.text.startsWith(close, end)) return undefined;
	rest.text = rest.text.slice(end + close.length).trimStart();
	return { id, label: (label[1] ?? label[2] ?? '').trim(), shape };
}

function placeNode(
	reading: GraphReading,
	{ id, label, shape }: WrittenNode,
	line: Line,
): string | undefined {
	const node = findNode(reading, id, shape, line);
	if (label !== undefined && node.label !== id && node.label !== label) {
		return `“${id}” has two labels, “${node.label}” and “${label}”.`;
	}
	if (label !== undefined) Object.assign(node, { label, shape });
	const group = reading.open.at(-1);
	if (!group || node.group !== undefined) return undefined;
	// Mermaid would move it in; a reader of the source cannot know which of the two is meant.
	return `“${id}” is named outside of “${group.label}” before: name it in there first, or move this line out.`;
}

type Arrow = Omit<Edge, 'from' | 'to'>;

/** Arrows by how they are written, and what may not follow: a longer arrow, a cross, a circle. */
const arrows: [form: RegExp, line: Edge['line']][] = [
	[/^<?-->(?![->])|^---(?![->ox])/, 'solid'],
	[/^<?-\.->(?![->])|^-\.-(?![->.ox])/, 'dotted'],
	[/^<?==>(?![=>])|^===(?![=>ox])/, 'thick'],
	[/^--\s+(?<label>[^"|<>;#]+?)\s+--[->](?![->ox])/, 'solid'],
	[/^-\.\s+(?<label>[^"|<>;#]+?)\s+\.->?(?![->ox])/, 'dotted'],
	[/^==\s+(?<label>[^"|<>;#]+?)\s+==[=>](?![=>ox])/, 'thick'],
];

function readArrow(rest: Rest): Arrow | undefined {
	for (const [form, line] of arrows) {
		const match = cut(rest, form);
		if (!match) continue;
		const inside = match.groups?.label;
		const behind = inside === undefined ? cut(rest, /^\s*\|"?([^"|<>;#]+)"?\|/)?.[1] : undefined;
		cut(rest, /^\s*/);
		return {
			label: (inside ?? behind ?? '').trim(),
			line,
			fromEnd: match[0].startsWith('<') ? 'arrow' : 'bare',
			toEnd: match[0].endsWith('>') ? 'arrow' : 'bare',
		};
	}
	return undefined;
}

/** Takes what a form finds at the beginning off the rest. */
function cut(rest: Rest, form: RegExp): RegExpExecArray | null {
	const match = form.exec(rest.text);
	if (match) rest.text = rest.text.slice(match[0].length);
	return match;
}
