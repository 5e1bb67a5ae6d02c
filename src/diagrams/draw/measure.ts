/** Sizes of text in px. None is below 11, whatever a screen's width: a figure scrolls instead. */
export const sizes = { node: 14, label: 12, field: 12 } as const;

/** Distance of two lines of text, by its size. */
export const leading = 1.3;

/**
 * Widths of letters in em. The text is set in the reader's own system font, whose widths nobody knows
 * here; these are the widest of the common ones, so that a label fits its box in all of them.
 */
const widths: [letters: RegExp, width: number][] = [
	[/[ijlI.,:;|!' ]/, 0.33],
	[/[frt()[\]{}"`/\\-]/, 0.41],
	[/[mwMW@%—→]/, 0.95],
	[/[A-Z&…]/, 0.7],
	[/[ -ɏ]/, 0.62],
	[/[^]/, 1.05],
];

/** How much wider bold letters are. */
export const boldness = 1.1;

/** Returns the width of a text in px, rather too large than too small. */
export function measureText(text: string, size: number): number {
	const em = Array.from(text).reduce((sum, letter) => sum + measureLetter(letter), 0);
	return Math.ceil(em * size);
}

function measureLetter(letter: string): number {
	return widths.find(([letters]) => letters.test(letter))?.[1] ?? 0;
}

/** Returns the width of letters that are all equally wide. */
export function measureCode(text: string, size: number): number {
	return Math.ceil(text.length * 0.605 * size);
}

/** A text in lines, with the room that they need. */
export interface Lines {
	lines: string[];
	width: number;
	height: number;
}

/** Breaks a text between words into lines of at most `most` px, as even as they can be. */
export function breakText(text: string, size: number, most: number): Lines {
	const words = text.split(/\s+/).filter((word) => word !== '');
	const width = (line: string): number => measureText(line, size);
	let lines = fill(words, most, width);
	for (let limit = most - size; lines.length > 1; limit -= size / 2) {
		const narrower = fill(words, limit, width);
		if (narrower.length > lines.length || limit <= 0) break;
		lines = narrower;
	}
	return {
		lines,
		width: Math.max(0, ...lines.map(width)),
		height: Math.round(lines.length * size * leading),
	};
}

function fill(words: string[], most: number, width: (line: string) => number): string[] {
	const lines: string[] = [];
	for (const word of words) {
		const last = lines.at(-1);
		const longer = last === undefined ? word : `${last} ${word}`;
		if (last !== undefined && width(longer) <= most) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}
