import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../collections/content.ts';

export interface BuildResult {
	seconds: number;
	/** Peak memory in MB. */
	memory: string;
}

/** Builds the site into `out`, with the documents of a folder or the site's own. */
export function runBuild(folder: string | undefined, out: string): BuildResult {
	const start = performance.now();
	const output = execFileSync(
		'node',
		['--import', join(root, 'src/cli/bench/print-memory.ts'), join(root, 'src/cli/build.ts')],
		{
			env: {
				...process.env,
				...(folder !== undefined && { SOURCES_DIR: folder }),
				OUT_DIR: out,
				CACHE_DIR: `${folder ?? out}-cache`,
			},
			stdio: ['ignore', 'pipe', 'ignore'],
			maxBuffer: 1e9,
		},
	).toString();
	return {
		seconds: (performance.now() - start) / 1000,
		memory: /peak memory (\d+)/.exec(output)?.[1] ?? '?',
	};
}

/** Adds up the sizes of all files of a folder, in MB of 1,000,000 bytes. */
export function formatMegabytes(folder: string): string {
	const bytes = readdirSync(folder, { recursive: true })
		.map((name) => statSync(join(folder, String(name))))
		.reduce((sum, info) => sum + (info.isFile() ? info.size : 0), 0);
	return (bytes / 1e6).toFixed(1);
}
