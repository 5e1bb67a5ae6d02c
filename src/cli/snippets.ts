import { contentRoot } from '../collections/content.ts';
import { formatFindings } from '../ingest/report/terminal.ts';
import { checkSnippets, getRightPages } from '../snippets/check.ts';
import { findSnippets } from '../snippets/find.ts';
import type { SnippetPage } from '../snippets/model.ts';
import { formatSnippets } from '../snippets/report.ts';
import { makeDigest, writeKept } from './snippets/kept.ts';
import { snippetSettings } from './snippets/settings.ts';
import { readNamedPages, readSnippetPages } from '../collections/snippet-pages.ts';

const usage = 'usage: npm run snippets [-- FILE…]';

process.exitCode = await main();

/** Checks the code blocks of the named files, or of all that people wrote. Returns the exit code. */
async function main(): Promise<number> {
	const names = process.argv.slice(2);
	if (names.some((name) => name.startsWith('-'))) {
		console.error(usage);
		return 2;
	}
	let pages: SnippetPage[];
	try {
		pages = await (names.length > 0
			? readNamedPages(names, contentRoot)
			: readSnippetPages(contentRoot));
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
		return 2;
	}
	// Made before the checks: a change of their code while they run must not pass as checked.
	const digest = await makeDigest();
	const result = await checkSnippets(pages, snippetSettings);
	// The build after a run over everything need not look again; a few files say nothing of the others.
	if (names.length === 0) await writeKept(getRightPages(pages, result).map(digest));
	if (result.findings.length > 0) console.log(`${formatFindings(result.findings)}\n`);
	console.log(formatSnippets(pages.flatMap(findSnippets), result));
	return result.findings.length > 0 ? 1 : 0;
}
