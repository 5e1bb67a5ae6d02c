/** Rows put to columns that never run backwards, and what that is worth. */
export interface Alignment {
	total: number;
	/** For each row its column. */
	columns: number[];
}

/**
 * Returns the alignment of the greatest total: how well each row fits its column, less what each step from
 * the column of the row before costs. All alignments compete, so a doubtful row is decided by its neighbors.
 * The fits are by row and column.
 */
export function align(
	fits: number[][],
	getCost: (row: number, from: number, to: number) => number,
): Alignment {
	const [first = [], ...rest] = fits;
	let totals = first;
	const origins: number[][] = [];
	for (const [i, fit] of rest.entries()) {
		const steps = fit.map((_, to) => findBestStep(totals, to, (from) => getCost(i + 1, from, to)));
		origins.push(steps.map(({ from }) => from));
		totals = fit.map((worth, to) => worth + (steps[to]?.total ?? 0));
	}
	const last = totals.reduce((best, total, i) => (total > (totals[best] ?? 0) ? i : best), 0);
	const columns = origins.reduceRight(
		(path, from) => [from[path[0] ?? 0] ?? 0, ...path],
		fits.length > 0 ? [last] : [],
	);
	return { total: totals[last] ?? 0, columns };
}

function findBestStep(
	totals: number[],
	to: number,
	getCost: (from: number) => number,
): { from: number; total: number } {
	let best = { from: 0, total: -Infinity };
	for (let from = 0; from <= to; from++) {
		const total = (totals[from] ?? 0) - getCost(from);
		if (total > best.total) best = { from, total };
	}
	return best;
}
