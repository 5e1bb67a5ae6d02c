import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import yaml from 'js-yaml';
import { type Finding, makeFinding } from '../ingest/findings.ts';
import { isPage, type Redirects } from '../ledger/urls.ts';

/** The list of addresses that moved, as findings name it. */
export const redirectsName = 'content/redirects.yml';

/** The list of addresses that moved, as it was read. */
interface RedirectList {
	redirects: Redirects;
	/** Line of an address that moved; 1 where it is not written. */
	lineOf: (from: string) => number;
	findings: Finding[];
}

/** Reads the list of addresses that moved; without a file there are none. */
export async function readRedirects(root: string): Promise<RedirectList> {
	let text = '';
	try {
		text = await readFile(join(root, redirectsName), 'utf8');
	} catch {
		// Nothing has moved yet.
	}
	const lines = text.split('\n');
	const lineOf = (from: string): number => findLine(lines, from);
	const fail = (line: number, found: string): RedirectList => {
		const place = { file: redirectsName, line, column: 1 };
		const args = { from: redirectsName, found, expected: 'lines `/old/: /new/`' };
		return { redirects: {}, lineOf, findings: [makeFinding('redirect-invalid', place, args)] };
	};
	let data: unknown;
	try {
		data = yaml.load(text, { schema: yaml.FAILSAFE_SCHEMA }) ?? {};
	} catch (error) {
		const { line = 0 } = error instanceof yaml.YAMLException ? error.mark : {};
		return fail(line + 1, 'no YAML');
	}
	if (typeof data !== 'object' || data === null || Array.isArray(data))
		return fail(1, 'no mapping');
	const wrong = Object.entries(data).find(([, to]) => typeof to !== 'string');
	if (wrong) return fail(lineOf(wrong[0]), `“${wrong[0]}” without an address`);
	return { redirects: data as Redirects, lineOf, findings: [] };
}

function findLine(lines: string[], from: string): number {
	const keys = [from, `'${from}'`, `"${from}"`].map((key) => `${key}:`);
	return (
		Math.max(
			0,
			lines.findIndex((line) => keys.some((key) => line.startsWith(key))),
		) + 1
	);
}

/**
 * Makes moved addresses answer in a built site: a page that leads on for a page, a copy for a file,
 * which cannot lead on, an empty element in front of the new fragment for a fragment. Call it after the
 * redirects were checked.
 */
export async function writeRedirects(folder: string, redirects: Redirects): Promise<void> {
	for (const [from, to] of Object.entries(redirects)) {
		const [page = '', fragment] = from.split('#');
		const [target = '', id = ''] = to.split('#');
		if (fragment !== undefined) await writeAnchor(join(folder, target, 'index.html'), id, fragment);
		else if (isPage(page)) await writePage(join(folder, page, 'index.html'), to);
		else await writeCopy(join(folder, page), join(folder, target));
	}
}

async function writeAnchor(path: string, id: string, fragment: string): Promise<void> {
	const html = await readFile(path, 'utf8');
	const at = html.lastIndexOf('<', html.indexOf(` id="${id}"`));
	const anchor = `<span id="${fragment}"></span>`;
	await writeFile(path, html.slice(0, at) + anchor + html.slice(at));
}

async function writeCopy(path: string, original: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await copyFile(original, path);
}

async function writePage(path: string, to: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(
		path,
		`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${to}">
<meta http-equiv="refresh" content="0; url=${to}">
</head>
<body><p>This page has moved to <a href="${to}">${to}</a>.</p></body>
</html>
`,
	);
}
