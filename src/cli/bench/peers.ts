import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { launchBrowser } from './browser.ts';
import { generateDocuments, ownSources } from './generate.ts';
import { type Load, loadPage } from './load-page.ts';
import { buildPeer } from './peers/build-peer.ts';
import { measureFirstResult } from './peers/measure-first-result.ts';
import { makeStarlightPeer } from './peers/starlight.ts';
import type { SearchSteps } from './peers/types.ts';
import { makeVitePressPeer } from './peers/vitepress.ts';
import { type Cell, getMedian, printTable } from './print-table.ts';
import { formatMegabytes, runBuild } from './run-build.ts';
import { servePacked } from './serve-packed.ts';
import type { Settings } from './settings.ts';
import { tallySent } from './tally.ts';

interface BuiltSite {
	name: string;
	dist: string;
	seconds: number;
	path: string;
	search: SearchSteps;
}

const usualCount = 100;

/** The document whose page is compared. */
const firstDocument = 'document-0000';

const ownSearch: SearchSteps = {
	open: '[data-open-search]',
	input: 'dialog[open] input',
	result: 'dialog[open] [data-result]',
};

const columns = [
	'build s',
	'site MB',
	'page KB',
	'scripts KB',
	'requests',
	'FCP ms',
	'LCP ms',
	'CLS',
	'TBT ms',
	'search KB',
	'search ms',
];

/** Prints what the same documents cost when this site and others are built from them. */
export async function printPeers(settings: Settings): Promise<void> {
	const browser = await launchBrowser();
	try {
		for (const count of settings.sizes ?? [usualCount]) {
			await printComparison(browser, settings, count);
		}
	} finally {
		await browser.close();
	}
}

async function printComparison(
	browser: Browser,
	{ temporary, runs }: Settings,
	count: number,
): Promise<void> {
	const folder = join(temporary, `peers-${count}`);
	const documents = join(folder, 'documents');
	mkdirSync(folder, { recursive: true });
	generateDocuments(ownSources, documents, count, isPlainMarkdown);
	const builds = [makeOwnBuild(documents, folder), ...makePeerBuilds(documents, folder)];
	const compare = makeCompare();
	await printTable(
		`The page of one of ${count} documents, by generator; in parentheses ÷ Plumbline`,
		['site', ...columns],
		builds.map((build) => async () => {
			const site = build();
			return [site.name, ...compare(await measureSite(browser, site, runs))];
		}),
	);
}

/** Returns whether every generator reads a section alike: no tags, no templates, no half code block. */
export function isPlainMarkdown(section: string): boolean {
	const fences = section.match(/^\s*(```|~~~)/gm) ?? [];
	return !/[<>]|\{\{|:::/.test(section) && fences.length % 2 === 0;
}

function makeOwnBuild(documents: string, folder: string): () => BuiltSite {
	return () => {
		const dist = join(folder, 'plumbline');
		const { seconds } = runBuild(documents, dist);
		const path = `/sources/${firstDocument}/`;
		return { name: 'Plumbline', dist, seconds, path, search: ownSearch };
	};
}

function makePeerBuilds(documents: string, folder: string): (() => BuiltSite)[] {
	return [makeStarlightPeer(), makeVitePressPeer()].map((peer) => () => {
		const built = buildPeer(peer, documents, join(folder, peer.name.replaceAll(' ', '-')));
		const { name, search } = peer;
		return { name, search, path: peer.getPath(firstDocument), ...built };
	});
}

/** Returns the numbers of a row, in the order of the columns. */
async function measureSite(
	browser: Browser,
	{ dist, path, seconds, search }: BuiltSite,
	runs: number,
): Promise<number[]> {
	const site = await servePacked(dist);
	const loads: Load[] = [];
	for (let i = 0; i < runs; i++) loads.push(await loadPage(browser, site, path, true));
	site.close();
	const median = (read: (load: Load) => number): number => getMedian(loads.map(read));
	const first = await measureFirstResult(browser, dist, path, search);
	return [
		seconds,
		Number(formatMegabytes(dist)),
		median(({ sent }) => tallySent(sent).total) / 1000,
		median(({ sent }) => tallySent(sent).js) / 1000,
		median(({ sent }) => sent.length),
		median(({ firstPaint }) => firstPaint),
		median(({ largestPaint }) => largestPaint),
		median(({ layoutShift }) => layoutShift),
		median(({ blockedTime }) => blockedTime),
		first.bytes / 1000,
		first.ms,
	];
}

/** Returns what writes the numbers of a row, with their ratio to those of the first row. */
export function makeCompare(): (numbers: number[]) => Cell[] {
	let own: number[] | undefined;
	return (numbers) => {
		if (own === undefined) {
			own = numbers;
			return numbers.map(formatNumber);
		}
		const base = own;
		return numbers.map((number, i) => {
			const ratio = number / (base[i] ?? 0);
			const written = formatNumber(number);
			return Number.isFinite(ratio) ? `${written} (${ratio.toFixed(1)} ×)` : written;
		});
	};
}

function formatNumber(number: number): string {
	if (number >= 100 || Number.isInteger(number)) return number.toFixed(0);
	return number < 1 ? number.toFixed(3) : number.toFixed(1);
}
