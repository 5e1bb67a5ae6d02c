import { rename, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { build } from 'astro';
import { root } from '../collections/content.ts';
import { checkSite } from '../collections/site-links.ts';
import { countFindings, formatFindings } from '../ingest/report/terminal.ts';

process.exitCode = await main();

async function main(): Promise<number> {
	const target = resolve(root, process.env.OUT_DIR ?? 'dist');
	// The new site is made beside the old one, which is replaced only once nothing is wrong.
	const next = process.env.OUT_DIR ? `${target}.next` : join(root, '.build');
	await rm(next, { recursive: true, force: true });
	try {
		await build({ root, outDir: next, logLevel: 'warn' });
	} catch (error) {
		console.error(formatError(error));
		return 1;
	}
	const { findings, pages, links } = await checkSite(next);
	if (findings.length > 0) {
		console.error(
			`${formatFindings(findings)}\n${countFindings(findings)}: ${relative(root, target)}/ is unchanged`,
		);
		return 1;
	}
	await rm(target, { recursive: true, force: true });
	await rename(next, target);
	console.log(`${relative(root, target)}/: ${pages} pages, ${links} links checked`);
	return 0;
}

/** Astro's errors for authors carry a hint; the stack is of use for others only. */
function formatError(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if ('hint' in error && typeof error.hint === 'string') return `${error.message}. ${error.hint}`;
	return error.stack ?? error.message;
}
