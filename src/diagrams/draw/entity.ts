import type { Element } from 'hast';
import type { Field, Node } from '../model.ts';
import { boldness, breakText, measureCode, measureText, sizes } from './measure.ts';
import { type Box, type Drawn, makeLine, makeText } from './svg.ts';

const headHeight = 32;
const rowHeight = 20;
const padX = 12;
const gap = 14;

interface Columns {
	name: number;
	type: number;
	keys: number;
}

/** Returns the size of an entity: its name and a row for each column. */
export function fitEntity({ label, fields }: Node): { width: number; height: number } {
	const { name, type, keys } = measureColumns(fields);
	const row = fields.length > 0 ? name + gap + type + (keys > 0 ? gap + keys : 0) : 0;
	const head = measureText(label, sizes.node) * boldness;
	return {
		width: Math.max(96, row + 2 * padX, head + 2 * padX),
		height: headHeight + (fields.length > 0 ? fields.length * rowHeight + 8 : 0),
	};
}

function measureColumns(fields: Field[]): Columns {
	const widest = (pick: (field: Field) => string): number =>
		Math.max(0, ...fields.map((field) => measureCode(pick(field), sizes.field)));
	return {
		name: widest(({ name }) => name),
		type: widest(({ type }) => type),
		keys: widest(formatKeys),
	};
}

/** Returns what stands in an entity's box. */
export function drawEntity({ label, fields }: Node, box: Box): Drawn {
	const middle = { x: box.x + box.width / 2, y: box.y + headHeight / 2 };
	const head = makeText('diagram-name', breakText(label, sizes.node, Infinity), middle, sizes.node);
	if (fields.length === 0) return { shapes: [], texts: [head] };
	const line = { x: box.x, y: box.y + headHeight };
	const end = { x: box.x + box.width, y: line.y };
	const columns = measureColumns(fields);
	return {
		shapes: [makeLine('diagram-node-line', line, end)],
		texts: [head, ...fields.flatMap((field, i) => drawField(field, columns, box, i))],
	};
}

function drawField(field: Field, columns: Columns, box: Box, i: number): Element[] {
	const y = box.y + headHeight + 4 + (i + 0.5) * rowHeight;
	const left = box.x + padX;
	const right = box.x + box.width - padX;
	const put = (className: string, text: string, x: number, anchor: 'start' | 'end'): Element =>
		makeText(`diagram-field ${className}`, { lines: [text] }, { x, y }, sizes.field, anchor);
	return [
		put('diagram-field-name', field.name, left, 'start'),
		put('diagram-field-type', field.type, left + columns.name + gap, 'start'),
		...(field.keys.length > 0 ? [put('diagram-field-key', formatKeys(field), right, 'end')] : []),
	];
}

function formatKeys({ keys }: Field): string {
	return keys.join(' ');
}
