import { build } from 'astro';
import { root } from '../collections/content.ts';

/**
 * Renders the site into the folder that is named. `buildSite` runs this in a process of its own: what Astro
 * holds is given back when it ends, before the search index takes its share.
 */
try {
	const [folder] = process.argv.slice(2);
	if (folder === undefined) throw new Error('Unexpected call, expected the folder to render into');
	await build({ root, outDir: folder, logLevel: 'warn' });
} catch (error) {
	console.error(formatError(error));
	process.exitCode = 1;
}

/** Astro's errors for authors carry a hint; the stack is of use for others only. */
function formatError(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if ('hint' in error && typeof error.hint === 'string') return `${error.message}. ${error.hint}`;
	return error.stack ?? error.message;
}
