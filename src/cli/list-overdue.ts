/** Something that a person holds against its references from time to time. */
export interface Reviewed {
	/** Path from the project's root. */
	file: string;
	/** Code of a rule, or title of an article. */
	name: string;
	/** Date of the last review, as YYYY-MM-DD. */
	reviewed: string;
}

/** Returns the day so many months before another, both as YYYY-MM-DD. A month may lack the day: then its last. */
export function getDayBefore(day: string, months: number): string {
	const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last)))
		.toISOString()
		.slice(0, 10);
}

/** Returns what was last reviewed before a day, the longest ago first, then by file. */
export function listOverdue(all: Reviewed[], day: string): Reviewed[] {
	return all
		.filter(({ reviewed }) => reviewed < day)
		.sort((a, b) => compare(a.reviewed, b.reviewed) || compare(a.file, b.file));
}

/** Returns the list for the terminal, a line for each. */
export function formatOverdue(overdue: Reviewed[]): string {
	return overdue.map(({ reviewed, file, name }) => `${reviewed}  ${file}  ${name}\n`).join('');
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
