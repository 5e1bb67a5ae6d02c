import { spawnSync } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { contentRoot, ledgerName, readContent, root } from '../collections/content.ts';
import { readRedirects, redirectsName, writeRedirects } from '../collections/redirects.ts';
import { checkSite } from '../collections/site-links.ts';
import { compareFindings, type Finding } from '../ingest/findings.ts';
import { countFindings, formatFindings } from '../ingest/report/terminal.ts';
import {
	checkRedirects,
	checkUrls,
	expandRedirects,
	type Redirects,
	type SiteUrls,
} from '../ledger/urls.ts';
import { parseSiteAddress, type SiteAddress } from '../relocate/address.ts';
import { checkSearchIndex } from './check-search-index.ts';
import { compressSite, formatCompression } from './compress-site.ts';
import { finishSite } from './finish-site.ts';
import { writePictures } from './pictures.ts';
import { relocateSite } from './relocate-site.ts';
import { writeSearchIndex } from './write-search-index.ts';
import { checkContentSnippets } from './snippets/check-content.ts';

/**
 * Checks the code blocks of the content, builds the site in `next`, checks its links and every address
 * that a release published, moves it under the base path, and puts it in the place of `target`. Returns the addresses of the site;
 * undefined after an error, which is reported, and then `target` is as it was.
 */
export async function buildSite(target: string, next: string): Promise<SiteUrls | undefined> {
	await rm(next, { recursive: true, force: true });
	let site: SiteAddress;
	try {
		site = parseSiteAddress(process.env.SITE_URL, process.env.BASE_PATH);
	} catch (error) {
		console.error(
			`${error instanceof Error ? error.message : String(error)}\n${describeKept(target)}`,
		);
		return undefined;
	}
	const wrong = await checkContentSnippets();
	if (wrong.length > 0) {
		reportFindings(wrong, target);
		return undefined;
	}
	if (!renderSite(next)) return undefined;
	await writePictures(next);
	await writeSearchIndex(next);
	const missing = await checkSearchIndex(next);
	if (missing.length > 0) {
		console.error(`The search index is not whole. ${missing.join('; ')}. Build again.`);
		return undefined;
	}
	const { findings, pages, links, urls } = await checkSite(next);
	const published = await checkPublished(urls, next);
	findings.push(...published.findings);
	if (findings.length > 0) {
		reportFindings(findings, target);
		return undefined;
	}
	const left = await relocateSite(next, site);
	if (left.length > 0) {
		console.error(`${left.join('\n')}\n${describeKept(target)}`);
		return undefined;
	}
	const problems = await finishSite(next, {
		redirects: published.redirects,
		base: site.base,
		contact: process.env.SECURITY_CONTACT,
		site: process.env.SITE_URL,
	});
	if (problems.length > 0) {
		console.error(`${problems.join('\n')}\n${describeKept(target)}`);
		return undefined;
	}
	if (!process.env.SKIP_COMPRESSION) await reportCompression(next);
	await rm(target, { recursive: true, force: true });
	await rename(next, target);
	const under = site.base === '' ? '' : `, to be served under ${site.base}/`;
	console.log(`${relative(root, target)}/: ${pages} pages, ${links} links checked${under}`);
	return urls;
}

/** Renders the pages in another process, which says what went wrong. Returns whether all went well. */
function renderSite(folder: string): boolean {
	const script = join(import.meta.dirname, 'render-site.ts');
	const args = [...process.execArgv, script, folder];
	return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}

function reportFindings(findings: Finding[], target: string): void {
	const kept = `${countFindings(findings)}: ${describeKept(target)}`;
	console.error(`${formatFindings(findings.sort(compareFindings))}\n${kept}`);
}

function describeKept(target: string): string {
	return `${relative(root, target)}/ is unchanged`;
}

/**
 * Holds the site against what was published, and makes moved addresses answer. Documents of somebody
 * else take the place of those that were published: then there is nothing to hold them against.
 */
async function checkPublished(
	urls: SiteUrls,
	folder: string,
): Promise<{ findings: Finding[]; redirects: Redirects }> {
	const { ledger, isOwn } = await readContent();
	const { redirects, lineOf, findings } = await readRedirects(contentRoot);
	findings.push(...checkRedirects(urls, redirects, redirectsName, lineOf));
	if (findings.length > 0) return { findings, redirects };
	const all = expandRedirects(redirects, urls);
	await writeRedirects(folder, all);
	if (isOwn) findings.push(...checkUrls(urls, ledger, all, ledgerName));
	return { findings, redirects: all };
}

async function reportCompression(folder: string): Promise<void> {
	const start = performance.now();
	const done = await compressSite(folder);
	console.log(formatCompression(done, (performance.now() - start) / 1000));
}
