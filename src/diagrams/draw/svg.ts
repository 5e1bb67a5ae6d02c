import type { Element } from 'hast';
import { makeElement } from '../../ingest/render/element.ts';
import { leading, type Lines } from './measure.ts';

export interface Point {
	x: number;
	y: number;
}

export interface Box extends Point {
	width: number;
	height: number;
}

/** What a part of a drawing consists of: texts lie on top of all shapes. */
export interface Drawn {
	shapes: Element[];
	texts: Element[];
}

/** Returns a shape of a class; numbers are rounded to what an eye can see. */
export function makeShape(
	tagName: string,
	className: string,
	properties: Record<string, string | number>,
): Element {
	const rounded = Object.entries(properties).map(
		([name, value]) => [name, typeof value === 'number' ? round(value) : value] as const,
	);
	return makeElement(tagName, [], {
		className: className.split(' '),
		...Object.fromEntries(rounded),
	});
}

/** Returns a rectangle. */
export function makeRect(className: string, { x, y, width, height }: Box, rx = 0): Element {
	return makeShape('rect', className, { x, y, width, height, ...(rx > 0 && { rx }) });
}

/** Returns a path through commands and numbers. */
export function makePath(className: string, parts: (string | number)[]): Element {
	const d = parts.map((part) => (typeof part === 'number' ? round(part) : part)).join(' ');
	return makeShape('path', className, { d });
}

/** Returns a straight line. */
export function makeLine(className: string, from: Point, to: Point): Element {
	return makePath(className, ['M', from.x, from.y, 'L', to.x, to.y]);
}

/** Returns lines of text round a point, or from it on where they start there. */
export function makeText(
	className: string,
	{ lines }: Pick<Lines, 'lines'>,
	{ x, y }: Point,
	size: number,
	anchor: 'start' | 'middle' | 'end' = 'middle',
): Element {
	const distance = size * leading;
	// Letters reach about 0.35 of their size above and below the middle of a line.
	const top = y + size * 0.35 - ((lines.length - 1) * distance) / 2;
	const properties = { fontSize: size, ...(anchor !== 'middle' && { textAnchor: anchor }) };
	const [only = ''] = lines;
	const text = makeShape('text', className, { x, y: top, ...properties });
	text.children =
		lines.length === 1
			? [{ type: 'text', value: only }]
			: lines.map((line, i) => makeTextLine(line, { x, y: top + i * distance }));
	return text;
}

function makeTextLine(line: string, { x, y }: Point): Element {
	const at = { x: String(round(x)), y: String(round(y)) };
	return makeElement('tspan', [{ type: 'text', value: line }], at);
}

/** Returns the box around a box, larger by a margin at each side. */
export function growBox({ x, y, width, height }: Box, margin: number): Box {
	return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

/** Returns the smallest box around all of the boxes. */
export function joinBoxes(boxes: Box[]): Box {
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	const right = Math.max(...boxes.map((box) => box.x + box.width));
	const bottom = Math.max(...boxes.map((box) => box.y + box.height));
	return { x, y, width: right - x, height: bottom - y };
}

/** Returns the middle of a box. */
export function getCenter({ x, y, width, height }: Box): Point {
	return { x: x + width / 2, y: y + height / 2 };
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
