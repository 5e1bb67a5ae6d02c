export type Cell = string | number;

/** Measures a row. Rows are measured one after the other, so that none slows another down. */
export type Row = () => Cell[] | Promise<Cell[]>;

/** Prints a table in Markdown, each row as soon as it is measured. */
export async function printTable(title: string, head: string[], rows: Row[]): Promise<void> {
	console.log(`\n${title}\n`);
	console.log(formatRow(head));
	console.log(formatRow(head.map(() => '---')));
	for (const measure of rows) console.log(formatRow(await measure()));
}

/** Writes the cells of a row. A bar or a line break in a cell would end it. */
export function formatRow(cells: Cell[]): string {
	const written = cells.map((cell) =>
		String(cell).replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim(),
	);
	return `| ${written.join(' | ')} |`;
}

/** Returns the middle of some numbers, the upper one of two; 0 without any. */
export function getMedian(values: number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
