import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../collections/content.ts';
import { generateDocuments, ownSources, usualSizes } from './generate.ts';
import { type Cell, printTable } from './print-table.ts';
import type { Settings } from './settings.ts';

/** What `measure-core.ts` prints. */
interface CoreResult {
	core: number;
	parse: number;
	memory: number;
}

/** Prints what reading, sorting and rendering take, against the Markdown parser alone. */
export async function printCore({ sizes = usualSizes, temporary }: Settings): Promise<void> {
	await printTable(
		'The core',
		[
			'documents',
			'MB',
			'core s',
			'docs/s',
			'MB/s',
			'parser alone MB/s',
			'core ÷ parser',
			'peak MB',
		],
		sizes.map((size) => () => measureCore(size, temporary)),
	);
}

function measureCore(size: number, temporary: string): Cell[] {
	const folder = join(temporary, `core-${size}`);
	const megabytes = generateDocuments(ownSources, folder, size) / 1e6;
	const output = execFileSync('node', [join(root, 'src/cli/bench/measure-core.ts'), folder]);
	const { core, parse, memory } = JSON.parse(output.toString()) as CoreResult;
	return [
		size,
		megabytes.toFixed(2),
		(core / 1000).toFixed(2),
		(size / (core / 1000)).toFixed(0),
		(megabytes / (core / 1000)).toFixed(2),
		(megabytes / (parse / 1000)).toFixed(2),
		(core / parse).toFixed(2),
		memory.toFixed(0),
	];
}
