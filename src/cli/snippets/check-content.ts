import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { contentRoot } from '../../collections/content.ts';
import type { Finding } from '../../ingest/findings.ts';
import { getRightPages, type SnippetResult } from '../../snippets/check.ts';
import { findSnippets } from '../../snippets/find.ts';
import type { SnippetPage } from '../../snippets/model.ts';
import { makeDigest, readKept, writeKept } from './kept.ts';
import { readSnippetPages } from '../../collections/snippet-pages.ts';

/**
 * Checks the code blocks of all that the site's people wrote, but for pages that were right in an
 * earlier build and have not changed since. Returns what is wrong; says what could not be checked.
 */
export async function checkContentSnippets(): Promise<Finding[]> {
	const pages = (await readSnippetPages(contentRoot)).filter(
		(page) => findSnippets(page).length > 0,
	);
	const [digest, kept] = await Promise.all([makeDigest(), readKept()]);
	const changed = pages.filter((page) => !kept.has(digest(page)));
	if (changed.length === 0) return [];
	const result = await checkApart(changed);
	for (const [check, reason] of Object.entries(result.missing)) {
		console.error(`Code blocks “${check}” are not checked: ${reason}`);
	}
	const right = getRightPages(changed, result);
	const known = pages.filter((page) => right.includes(page) || !changed.includes(page));
	await writeKept(known.map(digest));
	return result.findings;
}

/**
 * Checks in a process of its own: the tools take up to a gigabyte, and only the end of a process surely
 * gives it back before the site is built.
 */
async function checkApart(pages: SnippetPage[]): Promise<SnippetResult> {
	// Without the flags of this process: those that measure it would measure the other one, too.
	const child = fork(join(import.meta.dirname, 'check-apart.ts'), { execArgv: [] });
	const answer = once(child, 'message') as Promise<[SnippetResult]>;
	const end = once(child, 'exit').then(([code]) => {
		throw new Error(`Unexpected end of the checks of code blocks (${code}), expected a result`);
	});
	child.send(pages);
	const [result] = await Promise.race([answer, end]);
	return result;
}
