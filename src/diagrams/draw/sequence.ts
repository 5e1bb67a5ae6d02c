import type { Element } from 'hast';
import type { Block, Message, Note, Sequence, Step } from '../model.ts';
import { breakMessage, breakNote, type Columns, loopWidth, placeColumns } from './columns.ts';
import { drawArrow, drawCross, drawOpenArrow } from './ends.ts';
import { boldness, breakText, leading, type Lines, measureText, sizes } from './measure.ts';
import {
	type Box,
	type Drawn,
	getCenter,
	growBox,
	joinBoxes,
	makeLine,
	makePath,
	makeRect,
	makeText,
	type Point,
} from './svg.ts';

/** A part of a sequence, and the box that it fills. */
interface Part extends Drawn {
	box: Box;
}

/** Names are said again at the foot of a sequence that is longer than this: a phone shows no more. */
const longHeight = 480;

/** Returns a sequence as shapes and texts, with the box that they fill. */
export function drawSequence(sequence: Sequence): Part {
	const columns = placeColumns(sequence);
	const parts = drawSteps(sequence.steps, columns, columns.height + 6);
	const bottom = Math.max(columns.height, ...parts.map(({ box }) => box.y + box.height)) + 14;
	const heads = columns.texts.map((each) => drawHead(each, columns, 0));
	const isLong = bottom > longHeight;
	const feet = isLong ? columns.texts.map((each) => drawHead(each, columns, bottom)) : [];
	const lines = columns.texts.map(({ id }) => {
		const x = getMiddle(columns, id);
		return makeLine('diagram-lifeline', { x, y: columns.height }, { x, y: bottom });
	});
	const ends: Part[] = [...heads, ...feet];
	return {
		shapes: [
			...parts.flatMap((part) => part.frames),
			...lines,
			...[...parts, ...ends].flatMap((part) => part.shapes),
		],
		texts: [...parts, ...ends].flatMap((part) => part.texts),
		box: joinBoxes([
			...[...parts, ...ends].map(({ box }) => box),
			{ x: 0, y: 0, width: 0, height: bottom },
		]),
	};
}

/** Frames lie below the participants' lines, all else above them. */
interface StepPart extends Part {
	frames: Element[];
}

function drawSteps(steps: Step[], columns: Columns, top: number): StepPart[] {
	const parts: StepPart[] = [];
	let y = top;
	for (const step of steps) {
		const part = drawStep(step, columns, y);
		parts.push(part);
		y = part.box.y + part.box.height;
	}
	return parts;
}

function drawStep(step: Step, columns: Columns, top: number): StepPart {
	switch (step.kind) {
		case 'message':
			return { ...drawMessage(step, columns, top), frames: [] };
		case 'note':
			return { ...drawNote(step, columns, top), frames: [] };
		case 'block':
			return drawBlock(step, columns, top);
	}
}

function getMiddle({ middles }: Columns, id: string): number {
	return middles.get(id) ?? 0;
}

function drawHead(
	{ id, text, width }: Columns['texts'][number],
	columns: Columns,
	y: number,
): Part {
	const box = { x: getMiddle(columns, id) - width / 2, y, width, height: columns.height };
	return {
		shapes: [makeRect('diagram-node', box, 2)],
		texts: [makeText('diagram-text', text, getCenter(box), sizes.node)],
		box,
	};
}

const gapAbove = 12;

function drawMessage(message: Message, columns: Columns, top: number): Part {
	const text = breakMessage(message, [...columns.middles.keys()]);
	if (message.from === message.to) return drawLoop(message, text, columns, top);
	const [x1, x2] = [getMiddle(columns, message.from), getMiddle(columns, message.to)];
	const middle = { x: (x1 + x2) / 2, y: top + gapAbove + text.height / 2 };
	const y = top + gapAbove + text.height + 5;
	const label = placeLabel(text, middle);
	return {
		shapes: [makeRect('diagram-ground', label), ...drawLine(message, { x: x1, y }, { x: x2, y })],
		texts: [makeText('diagram-label', text, middle, sizes.label)],
		box: joinBoxes([
			label,
			{ x: Math.min(x1, x2), y: top, width: Math.abs(x2 - x1), height: y - top + 8 },
		]),
	};
}

/** A label hides the lines behind it. */
function placeLabel({ width, height }: Lines, { x, y }: Point): Box {
	return { x: x - width / 2 - 4, y: y - height / 2, width: width + 8, height };
}

/** How a message ends, and how far its line stops before. */
const heads: Record<
	Message['head'],
	{ draw: (tip: Point, from: Point) => Element[]; room: number }
> = {
	arrow: { draw: (tip, from) => [drawArrow(tip, from)], room: 7 },
	open: { draw: (tip, from) => [drawOpenArrow(tip, from)], room: 1 },
	cross: { draw: (tip, from) => [drawCross(tip, from)], room: 11 },
	bare: { draw: () => [], room: 0 },
};

function getLineClass({ line }: Message): string {
	return line === 'dotted' ? 'diagram-edge diagram-dotted' : 'diagram-edge';
}

function drawLine(message: Message, from: Point, to: Point): Element[] {
	const { draw, room } = heads[message.head];
	const end = { x: to.x - Math.sign(to.x - from.x) * room, y: to.y };
	return [makeLine(getLineClass(message), from, end), ...draw(to, from)];
}

function drawLoop(message: Message, text: Lines, columns: Columns, top: number): Part {
	const { draw, room } = heads[message.head];
	const x = getMiddle(columns, message.from);
	const y = top + gapAbove;
	const height = Math.max(20, text.height);
	const right = x + loopWidth;
	const line = ['M', x, y, 'H', right, 'V', y + height, 'H', x + room];
	const middle = { x: right + 8 + text.width / 2, y: y + height / 2 };
	const label = placeLabel(text, middle);
	return {
		shapes: [
			makeRect('diagram-ground', label),
			makePath(getLineClass(message), line),
			...draw({ x, y: y + height }, { x: right, y: y + height }),
		],
		texts: [makeText('diagram-label', text, middle, sizes.label)],
		box: joinBoxes([label, { x, y: top, width: loopWidth, height: gapAbove + height + 8 }]),
	};
}

function drawNote(note: Note, columns: Columns, top: number): Part {
	const text = breakNote(note);
	const xs = note.participants.map((id) => getMiddle(columns, id));
	const [left, right] = [Math.min(...xs), Math.max(...xs)];
	const width = Math.max(text.width + 20, right - left + (right > left ? 40 : 0));
	const x = {
		over: (left + right) / 2 - width / 2,
		left: left - width - 10,
		right: right + 10,
	}[note.side];
	const box = { x, y: top + 10, width, height: text.height + 12 };
	return {
		shapes: [makeRect('diagram-note', box)],
		texts: [makeText('diagram-label', text, getCenter(box), sizes.label)],
		box: { ...box, y: top, height: box.height + 10 },
	};
}

const headHeight = 22;
const frameMargin = 12;

function drawBlock({ word, branches }: Block, columns: Columns, top: number): StepPart {
	const y = top + 12;
	const tab = measureText(word, sizes.label) * boldness + 16;
	const inner: StepPart[] = [];
	const labels: { text: Lines; y: number }[] = [];
	let bottom = y;
	for (const { label, steps } of branches) {
		labels.push({ text: breakText(label, sizes.label, 260), y: bottom });
		const lines = Math.max(1, labels.at(-1)?.text.lines.length ?? 1);
		const parts = drawSteps(
			steps,
			columns,
			bottom + headHeight + (lines - 1) * sizes.label * leading,
		);
		inner.push(...parts);
		bottom = Math.max(...parts.map(({ box }) => box.y + box.height)) + 6;
	}
	const content = growBox(joinBoxes(inner.map(({ box }) => box)), frameMargin);
	const widest = Math.max(...labels.map(({ text }, i) => text.width + (i === 0 ? tab : 0) + 20));
	const box = { x: content.x, y, width: Math.max(content.width, widest), height: bottom - y };
	const heads = labels.map((label, i) => drawBranch(label, box, i === 0 ? tab : 0));
	const tabBox = { x: box.x, y, width: tab, height: headHeight - 2 };
	return {
		frames: [makeRect('diagram-frame', box, 2), ...inner.flatMap(({ frames }) => frames)],
		shapes: [
			...inner.flatMap(({ shapes }) => shapes),
			...heads.flatMap(({ shapes }) => shapes),
			makeRect('diagram-tab', tabBox, 2),
		],
		texts: [
			...inner.flatMap(({ texts }) => texts),
			...heads.flatMap(({ texts }) => texts),
			makeText('diagram-title', { lines: [word] }, getCenter(tabBox), sizes.label),
		],
		box: { x: box.x, y: top, width: box.width, height: bottom - top + 4 },
	};
}

/** A branch says its condition at its top; each but the first is parted from the one above. */
function drawBranch({ text, y }: { text: Lines; y: number }, frame: Box, tab: number): Drawn {
	const isFirst = tab > 0;
	const end = { x: frame.x + frame.width, y };
	const line = isFirst ? [] : [makeLine('diagram-divider', { x: frame.x, y }, end)];
	if (text.lines.length === 0) return { shapes: line, texts: [] };
	const start = { x: frame.x + tab + 8, y: y + 3 + text.height / 2 };
	const ground = { x: start.x - 4, y: y + 2, width: text.width + 8, height: text.height + 2 };
	return {
		shapes: [...line, makeRect('diagram-ground', ground)],
		texts: [makeText('diagram-label', text, start, sizes.label, 'start')],
	};
}
