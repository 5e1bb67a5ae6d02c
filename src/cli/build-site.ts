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
import { checkContentSnippets } from './snippets/check-content.ts';
import { writeOfflineList } from './write-offline-list.ts';
import { writeSearchIndex } from './write-search-index.ts';

/** What ends a build: problems that were found, as text for authors. */
class Stop extends Error {}

/**
 * Makes the site in `next`, and puts it in the place of `target` when nothing is wrong with it. Returns the
 * addresses of the site; undefined after an error, which is reported, and then `target` is as it was.
 */
export async function buildSite(target: string, next: string): Promise<SiteUrls | undefined> {
	const name = `${relative(root, target)}/`;
	await rm(next, { recursive: true, force: true });
	try {
		const site = readAddress();
		const { urls, redirects, pages, links } = await makeSite(next);
		await prepareSite(next, site, redirects);
		await rm(target, { recursive: true, force: true });
		await rename(next, target);
		const under = site.base === '' ? '' : `, to be served under ${site.base}/`;
		console.log(`${name}: ${pages} pages, ${links} links checked${under}`);
		return urls;
	} catch (error) {
		if (!(error instanceof Stop)) throw error;
		console.error(`${error.message}\n${name} is unchanged`.trim());
		return undefined;
	}
}

function readAddress(): SiteAddress {
	try {
		return parseSiteAddress(process.env.SITE_URL, process.env.BASE_PATH);
	} catch (error) {
		throw new Stop(error instanceof Error ? error.message : String(error));
	}
}

interface Made {
	urls: SiteUrls;
	redirects: Redirects;
	pages: number;
	links: number;
}

/** Makes the site for the root of a host, and checks it: code blocks, index, links, published addresses. */
async function makeSite(folder: string): Promise<Made> {
	stopAt(await checkContentSnippets());
	// Another process renders the pages, and has said what went wrong.
	if (!renderSite(folder)) throw new Stop('');
	await writePictures(folder);
	await writeSearchIndex(folder);
	const missing = await checkSearchIndex(folder);
	if (missing.length > 0) {
		throw new Stop(`The search index is not whole. ${missing.join('; ')}. Build again.`);
	}
	const { findings, urls, pages, links } = await checkSite(folder);
	const published = await checkPublished(urls, folder);
	stopAt([...findings, ...published.findings]);
	return { urls, redirects: published.redirects, pages, links };
}

/** Makes a checked site ready for its host. Each step needs the files as the one before it leaves them. */
async function prepareSite(folder: string, site: SiteAddress, redirects: Redirects): Promise<void> {
	stopAtSentences(await relocateSite(folder, site));
	const contact = process.env.SECURITY_CONTACT;
	const settings = { redirects, base: site.base, contact, site: process.env.SITE_URL };
	stopAtSentences(await finishSite(folder, settings));
	await writeOfflineList(folder);
	if (!process.env.SKIP_COMPRESSION) await reportCompression(folder);
}

function renderSite(folder: string): boolean {
	const script = join(import.meta.dirname, 'render-site.ts');
	const args = [...process.execArgv, script, folder];
	return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}

function stopAt(findings: Finding[]): void {
	if (findings.length === 0) return;
	throw new Stop(`${formatFindings(findings.sort(compareFindings))}\n${countFindings(findings)}`);
}

function stopAtSentences(problems: string[]): void {
	if (problems.length > 0) throw new Stop(problems.join('\n'));
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
