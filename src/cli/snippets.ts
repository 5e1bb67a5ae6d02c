import { contentRoot } from '../collections/content.ts';
import { formatFindings } from '../ingest/report/terminal.ts';
import { checkSnippets } from '../snippets/check.ts';
import { findSnippets } from '../snippets/find.ts';
import type { SnippetPage } from '../snippets/model.ts';
import { formatSnippets } from '../snippets/report.ts';
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
	const result = await checkSnippets(pages, snippetSettings);
	if (result.findings.length > 0) console.log(`${formatFindings(result.findings)}\n`);
	console.log(formatSnippets(pages.flatMap(findSnippets), result));
	return result.findings.length > 0 ? 1 : 0;
}
