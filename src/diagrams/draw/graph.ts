import type { Element } from 'hast';
import type { End, Graph, Shape } from '../model.ts';
import { drawEnd, endRoom } from './ends.ts';
import { drawEntity } from './entity.ts';
import { layOutGraph, type PlacedEdge, type PlacedGraph } from './layout.ts';
import { boldness, sizes } from './measure.ts';
import { shapes } from './shapes.ts';
import {
	type Box,
	type Drawn,
	getCenter,
	growBox,
	joinBoxes,
	makePath,
	makeRect,
	makeText,
	type Point,
} from './svg.ts';

/** Returns a graph as shapes and texts, with the box that they fill. */
export function drawGraph(graph: Graph): Drawn & { box: Box } {
	const placed = layOutGraph(graph);
	const boxes = new Map(placed.nodes.map(({ node, box }) => [node.id, { shape: node.shape, box }]));
	const parts = [
		...placed.groups.map(({ box }) => ({ shapes: [makeRect('diagram-group', box, 4)], texts: [] })),
		...placed.edges.map((edge) => drawEdge(edge, boxes)),
		...placed.groups.map((group) => drawTitle(group, placed.edges)),
		...placed.edges.map(drawLabel),
		...placed.nodes.map(drawNode),
	];
	return {
		shapes: parts.flatMap((part) => part.shapes),
		texts: parts.flatMap((part) => part.texts),
		box: findBox(placed),
	};
}

function findBox({ nodes, groups, edges }: PlacedGraph): Box {
	const points = edges.flatMap((edge) => edge.points);
	const labels = edges.flatMap(({ label }) => (label ? [label] : []));
	return joinBoxes([
		...[...nodes, ...groups, ...labels].map(({ box }) => box),
		...points.map((point) => growBox({ ...point, width: 0, height: 0 }, 6)),
	]);
}

/** The title stands at the left, or where no line crosses it; else it hides the line behind it. */
function drawTitle({ text, box }: PlacedGraph['groups'][number], edges: PlacedEdge[]): Drawn {
	const [width, height] = [text.width * boldness + 8, text.height + 2];
	const room = box.width - width;
	const grounds = [8, room - 8, room / 2].map((x) => ({
		x: box.x + x,
		y: box.y + 8,
		width,
		height,
	}));
	const free = grounds.find((each) => !edges.some(({ points }) => isCrossed(each, points)));
	const ground = free ?? grounds[0] ?? box;
	const start = { x: ground.x + 4, y: ground.y + height / 2 };
	return {
		shapes: [makeRect('diagram-ground', ground)],
		texts: [makeText('diagram-title', text, start, sizes.label, 'start')],
	};
}

/** Whether a line crosses a box; its parts run straight across or straight down. */
function isCrossed({ x, y, width, height }: Box, points: Point[]): boolean {
	return points.slice(1).some((to, i) => {
		const from = points[i] ?? to;
		return (
			Math.max(from.x, to.x) > x &&
			Math.min(from.x, to.x) < x + width &&
			Math.max(from.y, to.y) > y &&
			Math.min(from.y, to.y) < y + height
		);
	});
}

function drawNode({ node, text, box }: PlacedGraph['nodes'][number]): Drawn {
	const outline = shapes[node.shape].draw(box);
	if (node.shape === 'entity') {
		const { shapes: lines, texts } = drawEntity(node, box);
		return { shapes: [...outline, ...lines], texts };
	}
	const center = getCenter(box);
	// The cap of a store takes room above its text.
	const middle = node.shape === 'store' ? { x: center.x, y: center.y + 4 } : center;
	const texts = text.lines.length > 0 ? [makeText('diagram-text', text, middle, sizes.node)] : [];
	return { shapes: outline, texts };
}

function drawLabel({ label }: PlacedEdge): Drawn {
	if (!label) return { shapes: [], texts: [] };
	return {
		shapes: [makeRect('diagram-ground', label.box)],
		texts: [makeText('diagram-label', label.text, getCenter(label.box), sizes.label)],
	};
}

type Boxes = ReadonlyMap<string, { shape: Shape; box: Box }>;

function drawEdge({ edge, points }: PlacedEdge, boxes: Boxes): Drawn {
	const start = meetOutline(points[0], points[1], boxes.get(edge.from));
	const end = meetOutline(points.at(-1), points.at(-2), boxes.get(edge.to));
	const between = points.slice(1, -1);
	const [second = end, beforeLast = start] = [between[0], between.at(-1)];
	const line = [
		stopShort(start, second, edge.fromEnd),
		...between,
		stopShort(end, beforeLast, edge.toEnd),
	];
	const className = `diagram-edge${edge.line === 'solid' ? '' : ` diagram-${edge.line}`}`;
	return {
		shapes: [
			roundCorners(className, line),
			...drawEnd(edge.fromEnd, start, second),
			...drawEnd(edge.toEnd, end, beforeLast),
		],
		texts: [],
	};
}

/** The layout takes every node for a box: where its shape is another, the line is drawn on to it. */
function meetOutline(
	point: Point = { x: 0, y: 0 },
	next: Point = point,
	node: { shape: Shape; box: Box } | undefined,
): Point {
	const inset = node && shapes[node.shape].inset;
	if (!inset) return point;
	const { box } = node;
	const center = getCenter(box);
	if (Math.abs(next.x - point.x) < Math.abs(next.y - point.y)) {
		const depth = inset((2 * (point.x - center.x)) / box.width, box, 'flat');
		return { x: point.x, y: point.y + Math.sign(point.y - next.y) * depth };
	}
	const depth = inset((2 * (point.y - center.y)) / box.height, box, 'upright');
	return { x: point.x + Math.sign(point.x - next.x) * depth, y: point.y };
}

function stopShort(tip: Point, from: Point, end: End): Point {
	const length = Math.hypot(from.x - tip.x, from.y - tip.y) || 1;
	const share = Math.min(endRoom[end], length) / length;
	return { x: tip.x + (from.x - tip.x) * share, y: tip.y + (from.y - tip.y) * share };
}

const cornerRadius = 6;

function roundCorners(className: string, points: Point[]): Element {
	const parts = points.flatMap((point, i): (string | number)[] => {
		const [before, after] = [points[i - 1], points[i + 1]];
		if (!before) return ['M', point.x, point.y];
		if (!after) return ['L', point.x, point.y];
		const from = moveTowards(point, before);
		const to = moveTowards(point, after);
		return ['L', from.x, from.y, 'Q', point.x, point.y, to.x, to.y];
	});
	return makePath(className, parts);
}

/** At most half way, so that two corners of a short part do not cross. */
function moveTowards(point: Point, other: Point): Point {
	const length = Math.hypot(other.x - point.x, other.y - point.y) || 1;
	const share = Math.min(cornerRadius, length / 2) / length;
	return { x: point.x + (other.x - point.x) * share, y: point.y + (other.y - point.y) * share };
}
