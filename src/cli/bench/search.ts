import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { generateDocuments, ownSources, usualSizes } from './generate.ts';
import { measureSearch } from './measure-search.ts';
import { type Cell, printTable } from './print-table.ts';
import { runBuild } from './run-build.ts';
import type { Settings } from './settings.ts';
import { formatKb } from './tally.ts';

/** Prints what a search costs a reader: of the site as it is, then of one with many documents. */
export async function printSearch({ sizes = usualSizes, temporary }: Settings): Promise<void> {
	const largest = Math.max(...sizes);
	const folder = join(temporary, `search-${largest}`);
	generateDocuments(ownSources, folder, largest);
	const measure = makeMeasure(join(temporary, 'dist-search'));
	await printTable(
		'The search',
		[
			'documents',
			'first result ms',
			'first result KB',
			'key to paint, median ms',
			'95th percentile ms',
			'KB per query',
			'÷ own',
		],
		[() => measure('own', undefined), () => measure(String(largest), folder)],
	);
}

/** Returns what builds a site and measures its search; each row is compared with the first. */
function makeMeasure(out: string): (name: string, folder: string | undefined) => Promise<Cell[]> {
	let own: number | undefined;
	return async (name, folder) => {
		runBuild(folder, out);
		const result = await measureSearch(out);
		rmSync(out, { recursive: true, force: true });
		own ??= result.queryBytes;
		return [
			name,
			Math.round(result.firstMs),
			formatKb(result.firstBytes),
			Math.round(result.keyMedianMs),
			Math.round(result.keyP95Ms),
			formatKb(result.queryBytes),
			(result.queryBytes / own).toFixed(2),
		];
	};
}
