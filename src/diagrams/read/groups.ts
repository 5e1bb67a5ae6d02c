import type { Graph, Group, Node, Problem } from '../model.ts';
import type { Line } from './statements.ts';

/** A graph while its lines are read. */
export interface GraphReading {
	graph: Graph;
	/** Groups that are not closed yet, the innermost last. */
	open: Group[];
}

/** Returns an empty graph to read lines into. */
export function startGraph(direction: Graph['direction']): GraphReading {
	return {
		graph: { kind: 'graph', direction, nodes: [], edges: [], groups: [] },
		open: [],
	};
}

/** Opens a group; returns what is wrong if there is one already. */
export function openGroup(
	{ graph, open }: GraphReading,
	id: string,
	label: string,
	line: Line,
): string | undefined {
	if (graph.groups.some((each) => each.id === id)) return `“${id}” is opened twice.`;
	const named = graph.nodes.find((node) => node.id === id);
	const group: Group = { id, line: named?.line ?? line.number, label, parent: open.at(-1)?.id };
	graph.groups.push(group);
	open.push({ ...group, line: line.number });
	return undefined;
}

/** Closes the innermost group; returns what is wrong if none is open. */
export function closeGroup(
	{ open }: GraphReading,
	_parts: string[],
	line: Line,
): string | undefined {
	return open.pop() ? undefined : `Unexpected “${line.text}”, nothing is open here.`;
}

/** Returns the node of an id, which is made where the id is new: in the innermost open group. */
export function findNode(
	{ graph, open }: GraphReading,
	id: string,
	shape: Node['shape'],
	line: Line,
): Node {
	const found = graph.nodes.find((node) => node.id === id);
	if (found) return found;
	const group = open.at(-1)?.id;
	const node: Node = { id, line: line.number, label: id, shape, group, fields: [] };
	graph.nodes.push(node);
	return node;
}

/**
 * Ends the reading: a name that is both is the group's. Returns what no line shows alone, which may only
 * follow from what is wrong with a line.
 */
export function finishGraph({ graph, open }: GraphReading): Problem[] {
	const groups = new Set(graph.groups.map(({ id }) => id));
	graph.nodes = graph.nodes.filter(({ id }) => !groups.has(id));
	const boxes = [...graph.nodes, ...graph.groups];
	const lineOf = (id: string): number => boxes.find((each) => each.id === id)?.line ?? 1;
	const holds = (id: string): boolean =>
		graph.nodes.some(({ group }) => group === id) ||
		graph.groups.some(({ parent }) => parent === id);
	return [
		...open.map(({ id, line }) => ({ line, message: `“${id}” is opened and not closed.` })),
		...graph.groups
			.filter(({ id }) => !holds(id))
			.map(({ id, line }) => ({ line, message: `“${id}” holds nothing.` })),
		...graph.edges
			.filter(({ from, to }) => isInside(graph, from, to) || isInside(graph, to, from))
			.map(({ from, to }) => ({
				line: lineOf(from),
				message: `A line joins “${from}” and “${to}”, of which one stands in the other.`,
			})),
	];
}

/** Whether a node or a group stands in a group, at any depth. */
function isInside(graph: Graph, id: string, group: string): boolean {
	const parent =
		graph.nodes.find((node) => node.id === id)?.group ??
		graph.groups.find((each) => each.id === id)?.parent;
	return parent !== undefined && (parent === group || isInside(graph, parent, group));
}
