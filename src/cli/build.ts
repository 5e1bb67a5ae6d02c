import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import { root } from '../collections/content.ts';
import { checkSite } from '../collections/site-links.ts';
import { countFindings, formatFindings } from '../ingest/report/terminal.ts';

/** The new site is made here; `dist/` is replaced only once nothing is wrong with it. */
const staging = '.build';

process.exitCode = await main();

async function main(): Promise<number> {
	const next = join(root, staging);
	await rm(next, { recursive: true, force: true });
	try {
		await build({ root, outDir: next, logLevel: 'warn' });
	} catch (error) {
		console.error(formatError(error));
		return 1;
	}
	const { findings, pages, links } = await checkSite(next);
	if (findings.length > 0) {
		console.error(`${formatFindings(findings)}\n${countFindings(findings)}: dist/ is unchanged`);
		return 1;
	}
	const dist = join(root, 'dist');
	await rm(dist, { recursive: true, force: true });
	await rename(next, dist);
	console.log(`dist/: ${pages} pages, ${links} links checked`);
	return 0;
}

/** Astro's errors for authors carry a hint; the stack is of use for others only. */
function formatError(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if ('hint' in error && typeof error.hint === 'string') return `${error.message}. ${error.hint}`;
	return error.stack ?? error.message;
}
