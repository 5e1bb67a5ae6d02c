import type { Block, Message, Note, Sequence, Step } from '../model.ts';
import { breakText, type Lines, sizes } from './measure.ts';

/** Where the participants of a sequence stand. */
export interface Columns {
	/** By id: the middle. */
	middles: ReadonlyMap<string, number>;
	texts: { id: string; text: Lines; width: number }[];
	/** Height of the boxes with their names. */
	height: number;
}

/** How far the line of a message to oneself goes to the right. */
export const loopWidth = 26;

const boxPadding = 12;
const boxGap = 14;

/** Returns columns that are wide enough for their names and for every label between them. */
export function placeColumns({ participants, steps }: Sequence): Columns {
	const texts = participants.map(({ id, label }) => {
		const text = breakText(label, sizes.node, 110);
		return { id, text, width: Math.max(64, text.width + 2 * boxPadding) };
	});
	const order = participants.map(({ id }) => id);
	const gaps = texts.slice(1).map(({ width }, i) => (width + (texts[i]?.width ?? 0)) / 2 + boxGap);
	const needs = listSteps(steps)
		.map((step) => findNeed(step, order))
		.sort((a, b) => a.to - a.from - (b.to - b.from));
	for (const need of needs) widen(gaps, need);
	const middles = order.map((id, i) => {
		const left = gaps.slice(0, i).reduce((sum, gap) => sum + gap, 0);
		return [id, left] as const;
	});
	return {
		middles: new Map(middles),
		texts,
		height: Math.max(0, ...texts.map(({ text }) => text.height)) + 18,
	};
}

/** Returns the label of a message in lines: the farther it goes, the longer they may be. */
export function breakMessage({ from, to, label }: Message, order: string[]): Lines {
	const span = Math.max(1, Math.abs(order.indexOf(from) - order.indexOf(to)));
	return breakText(label, sizes.label, 112 * span);
}

/** Returns the text of a note in lines. */
export function breakNote({ participants, label }: Note): Lines {
	return breakText(label, sizes.label, participants.length > 1 ? 200 : 150);
}

/** Returns every message and note, also those in blocks. */
export function listSteps(steps: Step[]): (Message | Note)[] {
	return steps.flatMap((step) => (step.kind === 'block' ? listBlock(step) : [step]));
}

function listBlock({ branches }: Block): (Message | Note)[] {
	return branches.flatMap((branch) => listSteps(branch.steps));
}

/** Columns from the first to the second must be so far apart. */
interface Need {
	from: number;
	to: number;
	width: number;
}

function findNeed(step: Message | Note, order: string[]): Need {
	if (step.kind === 'note') return findNeedOfNote(step, order);
	const [from, to] = [order.indexOf(step.from), order.indexOf(step.to)].sort((a, b) => a - b);
	const { width } = breakMessage(step, order);
	return from === to
		? { from: from ?? 0, to: (to ?? 0) + 1, width: loopWidth + width + 24 }
		: { from: from ?? 0, to: to ?? 0, width: width + 20 };
}

/** A note over participants may reach over their neighbours' lines; one beside them may not. */
function findNeedOfNote({ side, participants, ...note }: Note, order: string[]): Need {
	const at = order.indexOf(participants[0] ?? '');
	const { width } = breakNote({ side, participants, ...note });
	const need = width + 36;
	if (side === 'left') return { from: at - 1, to: at, width: need };
	if (side === 'right') return { from: at, to: at + 1, width: need };
	return { from: at, to: at, width: 0 };
}

/** Shares what is missing between the gaps; beyond the outer columns there is room enough. */
function widen(gaps: number[], { from, to, width }: Need): void {
	const inside = gaps.slice(Math.max(0, from), to);
	if (inside.length === 0) return;
	const missing = width - inside.reduce((sum, gap) => sum + gap, 0);
	if (missing <= 0) return;
	for (let i = Math.max(0, from); i < to && i < gaps.length; i++) {
		gaps[i] = (gaps[i] ?? 0) + missing / inside.length;
	}
}
