import type { Element } from 'hast';
import type { Cardinality, End } from '../model.ts';
import { makeLine, makePath, makeShape, type Point } from './svg.ts';

const arrowLength = 9;
const arrowWidth = 7;

/** How far a line stops short of its end, so that it does not stick out of the arrow's tip. */
export const endRoom: Record<End, number> = {
	bare: 0,
	arrow: arrowLength - 2,
	one: 0,
	'maybe-one': 0,
	many: 0,
	'maybe-many': 0,
};

/** What stands at an end that says how many: at which distances bars and the circle, and whether a fork. */
const marks: Record<Cardinality, { bars: number[]; circle?: number; fork: boolean }> = {
	one: { bars: [7, 12], fork: false },
	'maybe-one': { bars: [7], circle: 16, fork: false },
	many: { bars: [14], fork: true },
	'maybe-many': { bars: [], circle: 17, fork: true },
};

/** Returns the end of a line: `tip` is where it meets the box, `from` lies behind on the line. */
export function drawEnd(end: End, tip: Point, from: Point): Element[] {
	if (end === 'bare') return [];
	return end === 'arrow' ? [drawArrow(tip, from)] : drawMarks(end, tip, from);
}

/** Returns a filled arrow head. */
export function drawArrow(tip: Point, from: Point): Element {
	const at = makePlacer(tip, from);
	const [left, right] = [at(arrowLength, -arrowWidth / 2), at(arrowLength, arrowWidth / 2)];
	return makePath('diagram-arrow', [
		...['M', tip.x, tip.y, 'L', left.x, left.y],
		...['L', right.x, right.y, 'Z'],
	]);
}

/** Returns an arrow head of two strokes. */
export function drawOpenArrow(tip: Point, from: Point): Element {
	const at = makePlacer(tip, from);
	const [left, right] = [at(arrowLength, -arrowWidth / 2), at(arrowLength, arrowWidth / 2)];
	const path = ['M', left.x, left.y, 'L', tip.x, tip.y, 'L', right.x, right.y];
	return makePath('diagram-edge', path);
}

/** Returns a cross in front of the end: what is sent does not arrive. */
export function drawCross(tip: Point, from: Point): Element {
	const at = makePlacer(tip, from);
	const [a, b, c, d] = [at(6, -5), at(16, 5), at(6, 5), at(16, -5)];
	const strokes = ['M', a.x, a.y, 'L', b.x, b.y, 'M', c.x, c.y, 'L', d.x, d.y];
	return makePath('diagram-edge diagram-thick', strokes);
}

function drawMarks(end: Cardinality, tip: Point, from: Point): Element[] {
	const at = makePlacer(tip, from);
	const { bars, circle, fork } = marks[end];
	const center = at(circle ?? 0, 0);
	return [
		...bars.map((distance) => makeLine('diagram-edge', at(distance, -6), at(distance, 6))),
		...(fork ? [-6, 6].map((side) => makeLine('diagram-edge', at(11, 0), at(0, side))) : []),
		...(circle === undefined
			? []
			: [makeShape('circle', 'diagram-edge diagram-hollow', { cx: center.x, cy: center.y, r: 4 })]),
	];
}

/** Returns a function that gives the point at a distance back from the tip, and aside of the line. */
function makePlacer(tip: Point, from: Point): (back: number, aside: number) => Point {
	const length = Math.hypot(from.x - tip.x, from.y - tip.y) || 1;
	const [x, y] = [(from.x - tip.x) / length, (from.y - tip.y) / length];
	return (back, aside) => ({ x: tip.x + back * x - aside * y, y: tip.y + back * y + aside * x });
}
