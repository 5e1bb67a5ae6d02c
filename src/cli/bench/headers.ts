import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Cell, printTable } from './print-table.ts';
import { serveSite } from './serve-site.ts';
import { getDist, type Settings } from './settings.ts';

interface FileKind {
	kind: string;
	/** Matches the path of a file in the built site. */
	match: RegExp;
}

/** Kinds of file that hosts treat differently; the first file of each is asked for. */
const fileKinds: FileKind[] = [
	{ kind: 'page', match: /^\/rules\/[^/]+\/index\.html$/ },
	{ kind: 'stylesheet', match: /^\/_astro\/.*\.css$/ },
	{ kind: 'script', match: /^\/_astro\/.*\.js$/ },
	{ kind: 'font', match: /\.woff2$/ },
	{ kind: 'icon', match: /\.svg$/ },
	{ kind: 'picture', match: /^\/pictures\/.*\.png$/ },
	{ kind: 'search engine', match: /^\/pagefind\/pagefind\.js$/ },
	{ kind: 'search text', match: /\.pf_fragment$/ },
	{ kind: 'search names', match: /^\/search\/.*\.json$/ },
	{ kind: 'data', match: /^\/api\/.*\.json$/ },
	{ kind: 'table', match: /\.csv$/ },
	{ kind: 'feed', match: /\.xml$/ },
	{ kind: 'Markdown', match: /^\/rules\/.*\.md$/ },
	{ kind: 'service worker', match: /^\/sw\.js$/ },
];

/** What says nothing about the host's settings. */
const passing = /^(connection|date|keep-alive|transfer-encoding)$/;

/** Prints what a host sends with each kind of file, and all headers of a page. */
export async function printHeaders(settings: Settings): Promise<void> {
	const targets = [
		...findTargets(listFiles(getDist(settings))),
		{ kind: 'folder without slash', path: '/rules' },
		{ kind: 'missing', path: '/no-such-page/' },
	];
	const site = await serveSite(settings);
	try {
		await printTable(
			'Headers by kind of file',
			['file', 'path', 'status', 'type', 'encoding', 'bytes sent', 'cache'],
			targets.map(({ kind, path }) => async () => [
				kind,
				path,
				...formatAnswer(await ask(site.origin + path)),
			]),
		);
		const page = await ask(`${site.origin}/`);
		const rows = [...page.headers].filter(([name]) => !passing.test(name));
		await printTable(
			'Headers of the first page',
			['header', 'value'],
			rows.map((row) => () => row),
		);
	} finally {
		site.close();
	}
}

/** Returns the address of the first file of each kind that there is. */
export function findTargets(files: string[]): { kind: string; path: string }[] {
	return fileKinds.flatMap(({ kind, match }) => {
		const file = files.find((name) => match.test(name));
		return file === undefined ? [] : [{ kind, path: file.replace(/index\.html$/, '') }];
	});
}

function listFiles(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
		.sort();
}

async function ask(url: string): Promise<Response> {
	const response = await fetch(url, {
		redirect: 'manual',
		headers: { 'accept-encoding': 'br, gzip' },
	});
	await response.arrayBuffer();
	return response;
}

function formatAnswer({ status, headers }: Response): Cell[] {
	const names = ['content-type', 'content-encoding', 'content-length', 'cache-control'];
	return [status, ...names.map((name) => headers.get(name) ?? '')];
}
