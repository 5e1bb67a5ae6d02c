import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { root } from '../../collections/content.ts';
import type { SnippetPage } from '../../snippets/model.ts';

/** Digests of pages whose code blocks were all right, among what a build keeps for the next one. */
const name = 'snippets.json';

const ownCache = join(root, 'node_modules/.astro');

/** All code that a result depends on: of the checks, and of the reading of Markdown and of diagrams. */
const codeFolders = ['src/snippets', 'src/cli/snippets', 'src/ingest/read', 'src/diagrams'];

/**
 * Returns the digests of pages that were right. A digest tells all that a result depends on, so those
 * of the project's own cache are good for a build that keeps its files elsewhere, too.
 */
export async function readKept(): Promise<Set<string>> {
	const files = [...new Set([getCache(), ownCache])].map((folder) => join(folder, name));
	const texts = await Promise.all(
		files.filter((file) => existsSync(file)).map((file) => readFile(file, 'utf8')),
	);
	return new Set(texts.flatMap((text) => JSON.parse(text) as string[]));
}

/** Keeps the digests for the next build. */
export async function writeKept(digests: string[]): Promise<void> {
	const file = join(getCache(), name);
	await mkdir(dirname(file), { recursive: true });
	// A build that is ended while it writes must not leave half a file to the next one.
	await writeFile(`${file}.next`, `${JSON.stringify(digests, null, '\t')}\n`);
	await rename(`${file}.next`, file);
}

/** Returns what gives a page's digest: of its text, the code of the checks, and the tools. */
export async function makeDigest(): Promise<(page: SnippetPage) => string> {
	const code = await readCode();
	return ({ body }) => hash([code, body]);
}

async function readCode(): Promise<string> {
	const parts = [process.version, await readFile(join(root, 'package-lock.json'), 'utf8')];
	for (const folder of codeFolders.map((each) => join(root, each))) {
		if (!existsSync(folder)) continue;
		const names = (await readdir(folder, { recursive: true })).filter(
			(each) => each.endsWith('.ts') && !each.endsWith('.test.ts'),
		);
		for (const each of names.sort()) parts.push(await readFile(join(folder, each), 'utf8'));
	}
	return hash(parts);
}

/** Where Astro keeps things, too. */
function getCache(): string {
	return process.env.CACHE_DIR ? resolve(root, process.env.CACHE_DIR) : ownCache;
}

function hash(parts: string[]): string {
	const sum = createHash('sha256');
	for (const part of parts) sum.update(part).update('\0');
	return sum.digest('base64url').slice(0, 22);
}
