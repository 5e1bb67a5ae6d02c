import type { ElkExtendedEdge, ElkLabel, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { Direction, Edge, Graph, Group, Node } from '../model.ts';
import { placeGraph } from './elk.ts';
import { fitEntity } from './entity.ts';
import { boldness, breakText, type Lines, sizes } from './measure.ts';
import { shapes } from './shapes.ts';
import type { Box, Point } from './svg.ts';

/** A graph with the place of everything. */
export interface PlacedGraph {
	nodes: { node: Node; text: Lines; box: Box }[];
	groups: { group: Group; text: Lines; box: Box }[];
	edges: PlacedEdge[];
}

export interface PlacedEdge {
	edge: Edge;
	/** From box to box; each part runs straight across or straight down. */
	points: Point[];
	/** Undefined where the edge has no label. */
	label: { text: Lines; box: Box } | undefined;
}

const elkDirections: Record<Direction, string> = {
	TB: 'DOWN',
	TD: 'DOWN',
	BT: 'UP',
	LR: 'RIGHT',
	RL: 'LEFT',
};

const groupPadding = 14;
const titleHeight = 24;

function makeOptions({ direction, nodes }: Graph): LayoutOptions {
	const isOfEntities = nodes.some(({ shape }) => shape === 'entity');
	return {
		'elk.algorithm': 'layered',
		'elk.direction': elkDirections[direction],
		'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
		'elk.json.shapeCoords': 'ROOT',
		'elk.json.edgeCoords': 'ROOT',
		'elk.edgeRouting': 'ORTHOGONAL',
		'elk.padding': '[top=0,left=0,bottom=0,right=0]',
		'elk.spacing.nodeNode': '24',
		'elk.spacing.edgeNode': '14',
		'elk.spacing.edgeEdge': '12',
		'elk.spacing.edgeLabel': '4',
		'elk.spacing.labelNode': '6',
		'elk.spacing.nodeSelfLoop': isOfEntities ? '32' : '16',
		'elk.layered.spacing.nodeNodeBetweenLayers': isOfEntities ? '40' : '26',
		'elk.layered.spacing.edgeNodeBetweenLayers': isOfEntities ? '26' : '14',
		'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
		// What is written first stands first.
		'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
		// From the beginning on: of a circle, the line that leads back is the one that runs upwards.
		'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
		'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
	};
}

/** Returns where the boxes, lines and labels of a graph stand. */
export function layOutGraph(graph: Graph): PlacedGraph {
	const nodes = graph.nodes.map((node) => ({ node, ...fitNode(node) }));
	const groups = graph.groups.map((group) => ({
		group,
		text: breakText(group.label, sizes.label, 400),
	}));
	const labels = graph.edges.map(({ label }) => breakText(label, sizes.label, 112));
	const ids = new Map<string, string>([
		...graph.nodes.map(({ id }, i) => [id, `n${i}`] as const),
		...graph.groups.map(({ id }, i) => [id, `g${i}`] as const),
	]);
	const makeChildren = (parent: string | undefined): ElkNode[] =>
		[
			...nodes
				.filter(({ node }) => node.group === parent)
				.map(({ node, size }) => ({
					line: node.line,
					id: ids.get(node.id) ?? '',
					layoutOptions: { 'elk.alignment': 'CENTER' },
					...size,
				})),
			...groups
				.filter(({ group }) => group.parent === parent)
				.map(({ group, text }) => ({
					line: group.line,
					id: ids.get(group.id) ?? '',
					layoutOptions: makeGroupOptions(text),
					children: makeChildren(group.id),
				})),
		].sort((a, b) => a.line - b.line);
	const placed = placeGraph({
		id: 'root',
		layoutOptions: makeOptions(graph),
		children: makeChildren(undefined),
		edges: graph.edges.map((edge, i) => ({
			id: `e${i}`,
			sources: [ids.get(edge.from) ?? ''],
			targets: [ids.get(edge.to) ?? ''],
			labels: edge.label === '' ? [] : [makeLabel(edge, labels[i])],
		})),
	});
	const boxes = new Map(listNodes(placed).map((each) => [each.id, toBox(each)]));
	const getBox = (id: string): Box => boxes.get(ids.get(id) ?? '') ?? toBox({});
	const edges = new Map((placed.edges ?? []).map((edge) => [edge.id, edge]));
	return {
		nodes: nodes.map(({ node, text }) => ({ node, text, box: getBox(node.id) })),
		groups: groups.map(({ group, text }) => ({ group, text, box: getBox(group.id) })),
		edges: graph.edges.map((edge, i) => placeEdge(edge, labels[i], edges.get(`e${i}`))),
	};
}

function fitNode(node: Node): { text: Lines; size: { width: number; height: number } } {
	const text = breakText(node.label, sizes.node, 132);
	return { text, size: node.shape === 'entity' ? fitEntity(node) : shapes[node.shape].fit(text) };
}

function makeGroupOptions({ width }: Lines): LayoutOptions {
	const side = groupPadding;
	return {
		'elk.padding': `[top=${side + titleHeight},left=${side},bottom=${side},right=${side}]`,
		'elk.nodeSize.constraints': 'MINIMUM_SIZE',
		'elk.nodeSize.minimum': `(${width * boldness + 2 * groupPadding},0)`,
	};
}

/** A label lies on its line. */
function makeLabel({ label }: Edge, text: Lines | undefined): ElkLabel {
	return {
		// A label without text has no place.
		text: label,
		width: (text?.width ?? 0) + 8,
		height: (text?.height ?? 0) + 4,
		layoutOptions: { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' },
	};
}

function listNodes(node: ElkNode): ElkNode[] {
	return (node.children ?? []).flatMap((child) => [child, ...listNodes(child)]);
}

function toBox({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box {
	return { x, y, width, height };
}

function placeEdge(
	edge: Edge,
	text: Lines | undefined,
	placed: ElkExtendedEdge | undefined,
): PlacedEdge {
	const section = placed?.sections?.[0];
	const label = placed?.labels?.[0];
	if (!section) throw new Error(`No line found from “${edge.from}” to “${edge.to}”.`);
	return {
		edge,
		points: [section.startPoint, ...(section.bendPoints ?? []), section.endPoint],
		label: text && label && { text, box: toBox(label) },
	};
}
