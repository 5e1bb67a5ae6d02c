import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from '../collections/content.ts';
import { formatHeadersFile } from '../deploy/headers.ts';
import { findInline } from '../deploy/inline.ts';
import { addPolicy, makePagePolicy } from '../deploy/policy.ts';
import { lowerScripts } from '../deploy/priority.ts';
import { formatRedirectsFile, formatRedirectsMap } from '../deploy/redirects.ts';
import { formatSecurityTxt } from '../deploy/security-txt.ts';
import { isCompressible } from '../deploy/types.ts';
import type { Redirects } from '../ledger/urls.ts';
import { forEachFile, listFiles } from './each-file.ts';

interface Settings {
	redirects: Redirects;
	/** The path that the site stands under, without a slash at its end; empty for the root. */
	base?: string;
	/** Where security problems are reported; without one, there is no `security.txt`. */
	contact?: string | undefined;
	/** The address of the site. */
	site?: string | undefined;
}

/**
 * Makes a built and checked site ready for a host: puts the policy into every page, lets scripts wait
 * for styles, and writes the lists of headers and moved addresses, and `security.txt`. It can be
 * repeated, and it must be after any change of a page. Returns what keeps the site from being served,
 * as sentences: then it is of no use.
 */
export async function finishSite(folder: string, settings: Settings): Promise<string[]> {
	const problems: string[] = [];
	const texts = (await listFiles(folder)).filter((name) => isCompressible.test(name));
	await forEachFile(texts, async (name) => {
		const text = await readFile(join(folder, name), 'utf8');
		problems.push(...findPaths(name, text));
		if (!name.endsWith('.html')) return;
		const { page, wrong } = protectPage(name, text);
		problems.push(...wrong);
		if (page !== undefined && page !== text) await writeFile(join(folder, name), page);
	});
	problems.push(...(await writeHostFiles(folder, settings)));
	return problems.sort();
}

function protectPage(name: string, html: string): { page?: string | undefined; wrong: string[] } {
	const inline = findInline(html);
	const wrong = inline.handlers.map(
		(handler) =>
			`${name}: Unexpected attribute “${handler}”, expected none that holds a script: the policy stops it. Add a listener in src/client.`,
	);
	const page = addPolicy(lowerScripts(html), makePagePolicy(inline));
	if (page === undefined) {
		wrong.push(`${name}: Unexpected page without <head>, expected one: its policy stands there.`);
	}
	return { page, wrong };
}

/** A bundle may name the home folder of who built it; in a text it is the author's word. */
function findPaths(name: string, text: string): string[] {
	const paths = name.startsWith('_astro/') ? [...ownPaths, `${homedir()}/`] : ownPaths;
	return paths
		.filter((path) => text.includes(path))
		.map(
			(path) =>
				`${name}: Unexpected path “${path}” of this machine, expected none. Make what writes it use a path from the project.`,
		);
}

/** Folders of the project, since its root alone may be as short as `/app`. */
const ownPaths = ['src', 'content', 'node_modules', '.astro', '.build'].map((each) =>
	`${join(root, each)}/`.replaceAll('\\', '/'),
);

async function writeHostFiles(folder: string, settings: Settings): Promise<string[]> {
	const { redirects, base = '', contact, site } = settings;
	await writeFile(join(folder, '_headers'), formatHeadersFile(base));
	await writeFile(join(folder, '_redirects'), formatRedirectsFile(redirects, base));
	await writeFile(join(folder, '_redirects.map'), formatRedirectsMap(redirects, base));
	if (!contact) return [];
	try {
		const text = formatSecurityTxt(contact, new Date(), site);
		await mkdir(join(folder, '.well-known'), { recursive: true });
		await writeFile(join(folder, '.well-known/security.txt'), text);
		return [];
	} catch (error) {
		return [(error as Error).message];
	}
}
