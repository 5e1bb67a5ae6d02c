import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDocuments, ownSources, usualSizes } from './generate.ts';
import { type Cell, printTable } from './print-table.ts';
import { formatMegabytes, runBuild } from './run-build.ts';
import type { Settings } from './settings.ts';

/** Prints what the whole build takes, at first and after one document has changed. */
export async function printBuild({ sizes = usualSizes, temporary }: Settings): Promise<void> {
	let previous: number | undefined;
	await printTable(
		'The whole build',
		[
			'documents',
			'build s',
			'÷ previous',
			'after one change s',
			'÷ first',
			'docs/s',
			'peak MB',
			'dist MB',
			'index MB',
		],
		sizes.map((size) => () => {
			const { row, seconds } = measureBuild(size, temporary, previous);
			previous = seconds;
			return row;
		}),
	);
}

function measureBuild(
	size: number,
	temporary: string,
	previous: number | undefined,
): { row: Cell[]; seconds: number } {
	const folder = join(temporary, `build-${size}`);
	const out = join(temporary, `dist-${size}`);
	generateDocuments(ownSources, folder, size);
	const first = runBuild(folder, out);
	changeOne(folder);
	const second = runBuild(folder, out);
	const row = [
		size,
		first.seconds.toFixed(1),
		previous === undefined ? '' : (first.seconds / previous).toFixed(2),
		second.seconds.toFixed(1),
		(second.seconds / first.seconds).toFixed(2),
		(size / first.seconds).toFixed(0),
		first.memory,
		formatMegabytes(out),
		formatMegabytes(join(out, 'pagefind')),
	];
	rmSync(out, { recursive: true, force: true });
	return { row, seconds: first.seconds };
}

function changeOne(folder: string): void {
	const [name = ''] = readdirSync(folder);
	const path = join(folder, name);
	writeFileSync(path, `${readFileSync(path, 'utf8')}\nOne more paragraph about rate limits.\n`);
}
