import type { Element } from 'hast';
import type { Shape } from '../model.ts';
import { type Box, getCenter, growBox, makePath, makeRect, makeShape } from './svg.ts';

interface Size {
	width: number;
	height: number;
}

interface ShapeForm {
	/** The box that a text of this size needs. */
	fit: (text: Size) => Size;
	draw: (box: Box) => Element[];
	/**
	 * How far the outline is from the side of its box, at a place along that side from -1 to 1. Undefined
	 * where the outline is the box.
	 */
	inset?: (at: number, box: Size, side: 'flat' | 'upright') => number;
}

const node = 'diagram-node';
const [padX, padY] = [14, 10];

function pad({ width, height }: Size, x = padX, y = padY): Size {
	return { width: Math.max(56, width + 2 * x), height: Math.max(36, height + 2 * y) };
}

/** How deep a circle of radius 1 lies under its tangent. */
function sag(at: number): number {
	return 1 - Math.sqrt(Math.max(0, 1 - at * at));
}

const capHeight = 6;

/** How each shape is sized and drawn. */
export const shapes: Record<Shape, ShapeForm> = {
	box: { fit: pad, draw: (box) => [makeRect(node, box, 2)] },
	entity: { fit: pad, draw: (box) => [makeRect(node, box, 2)] },
	round: { fit: pad, draw: (box) => [makeRect(node, box, 9)] },
	stadium: {
		fit: (text) => pad(text, padX + 6),
		draw: (box) => [makeRect(node, box, box.height / 2)],
		inset: (at, { width, height }, side) => {
			const radius = height / 2;
			if (side === 'upright') return sag(at) * radius;
			return sag(Math.max(0, (Math.abs(at) * width) / 2 - (width / 2 - radius)) / radius) * radius;
		},
	},
	routine: {
		fit: (text) => pad(text, padX + 6),
		draw: (box) => [
			makeRect(node, box),
			makePath('diagram-node-line', ['M', box.x + 7, box.y, 'v', box.height]),
			makePath('diagram-node-line', ['M', box.x + box.width - 7, box.y, 'v', box.height]),
		],
	},
	store: {
		fit: (text) => pad({ ...text, height: text.height + 2 * capHeight }, padX, 7),
		draw: drawStore,
		inset: (at, _box, side) => (side === 'flat' ? sag(at) * capHeight : 0),
	},
	circle: {
		fit: ({ width, height }) => {
			const diameter = Math.max(40, Math.hypot(width, height) + 10);
			return { width: diameter, height: diameter };
		},
		draw: (box) => [makeRect(node, box, box.height / 2)],
		inset: (at, { width }) => (sag(at) * width) / 2,
	},
	decision: {
		fit: ({ width, height }) => ({ width: 1.45 * width + 34, height: 1.9 * height + 26 }),
		draw: (box) => {
			const { x, y } = getCenter(box);
			const [dx, dy] = [box.width / 2, box.height / 2];
			const corners = [x, y - dy, 'L', x + dx, y, 'L', x, y + dy, 'L', x - dx, y];
			return [makePath(`${node} diagram-decision`, ['M', ...corners, 'Z'])];
		},
		inset: (at, { width, height }, side) => (Math.abs(at) * (side === 'flat' ? height : width)) / 2,
	},
	hexagon: {
		fit: (text) => pad(text, padX + 10),
		draw: ({ x, y, width, height }) => {
			const tip = height / 4;
			const top = [x + tip, y, 'L', x + width - tip, y, 'L', x + width, y + height / 2];
			const bottom = ['L', x + width - tip, y + height, 'L', x + tip, y + height];
			return [makePath(node, ['M', ...top, ...bottom, 'L', x, y + height / 2, 'Z'])];
		},
		inset: (at, { width, height }, side) =>
			side === 'upright'
				? (Math.abs(at) * height) / 4
				: Math.max(0, 2 * ((Math.abs(at) * width) / 2 - (width / 2 - height / 4))),
	},
	start: {
		fit: () => ({ width: 16, height: 16 }),
		draw: (box) => [drawDisc('diagram-point', box)],
		inset: (at, { width }) => (sag(at) * width) / 2,
	},
	end: {
		fit: () => ({ width: 20, height: 20 }),
		draw: (box) => [drawDisc(node, box), drawDisc('diagram-point', growBox(box, -5))],
		inset: (at, { width }) => (sag(at) * width) / 2,
	},
};

function drawDisc(className: string, box: Box): Element {
	const { x, y } = getCenter(box);
	return makeShape('circle', className, { cx: x, cy: y, r: box.width / 2 });
}

function drawStore({ x, y, width, height }: Box): Element[] {
	const cap = ['a', width / 2, capHeight, 0, 0];
	const body = [x, y + capHeight, ...cap, 1, width, 0, 'v', height - 2 * capHeight];
	return [
		makePath(node, ['M', ...body, ...cap, 1, -width, 0, 'Z']),
		makePath('diagram-node-line', ['M', x, y + capHeight, ...cap, 0, width, 0]),
	];
}
