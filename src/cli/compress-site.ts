import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { root } from '../collections/content.ts';
import { isCompressible } from '../deploy/types.ts';
import { forEachFile, listFiles } from './each-file.ts';

/** What was done, in bytes. */
interface Compression {
	files: number;
	/** Files whose content an earlier build had compressed, or this one for another file. */
	kept: number;
	plain: number;
	br: number;
	gz: number;
}

/** Below it, a packet holds the file as it is. */
const smallest = 1024;

/**
 * Levels of Brotli. The best, 11, is for what every page loads; level 10 makes pages 2.5 % larger in two
 * fifths of the time. A large site would still wait longer for it than for all the rest of its build, so
 * it gets level 9, whose pages are a tenth larger.
 */
const levels = { assets: 11, pages: 10, largeSite: 9 };

/** Bytes of text from which on a site is large: about three times those of the project's own content. */
const largeFrom = 100_000_000;

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);

/**
 * Puts a `.br` and a `.gz` file beside every file of a site that gets smaller by them, for hosts that
 * send such files. What is unchanged since the last build is taken from `kept`.
 */
export async function compressSite(folder: string, kept = keptFolder): Promise<Compression> {
	const done: Compression = { files: 0, kept: 0, plain: 0, br: 0, gz: 0 };
	const files = await findFiles(folder);
	const total = files.reduce((sum, { size }) => sum + size, 0);
	const getLevel = (path: string): number => {
		if (path.startsWith(join(folder, '_astro'))) return levels.assets;
		return total > largeFrom ? levels.largeSite : levels.pages;
	};
	const used = new Set<string>();
	await mkdir(kept, { recursive: true });
	await forEachFile(
		files.map(({ path }) => path),
		async (path) => {
			const data = await readFile(path);
			const level = getLevel(path);
			const name = `${createHash('sha256').update(data).digest('hex')}.${level}`;
			used.add(name);
			const known = await takeKept(join(kept, name), path);
			const sizes = known ?? (await compress(data, level, path, join(kept, name)));
			done.files += 1;
			done.kept += known ? 1 : 0;
			done.plain += data.length;
			done.br += sizes.br;
			done.gz += sizes.gz;
		},
	);
	await forget(kept, used);
	return done;
}

/** Returns one line for the terminal. */
export function formatCompression(done: Compression, seconds: number): string {
	const [plain, br, gz] = [done.plain, done.br, done.gz].map((bytes) => (bytes / 1e6).toFixed(1));
	return `${done.files} files compressed in ${seconds.toFixed(1)} s, ${done.kept} of them known: ${plain} MB to ${br} MB (br) and ${gz} MB (gz)`;
}

const keptFolder = join(process.env.CACHE_DIR ?? join(root, 'node_modules/.astro'), 'compressed');

async function findFiles(folder: string): Promise<{ path: string; size: number }[]> {
	const found: { path: string; size: number }[] = [];
	const names = (await listFiles(folder)).filter((name) => isCompressible.test(name));
	await forEachFile(names, async (name) => {
		const path = join(folder, name);
		const { size } = await stat(path);
		if (size >= smallest) found.push({ path, size });
	});
	return found;
}

async function compress(data: Buffer, level: number, path: string, kept: string): Promise<Sizes> {
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: level,
		[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
		[constants.BROTLI_PARAM_SIZE_HINT]: data.length,
	};
	const [br, gz] = await Promise.all([brotli(data, { params }), zip(data, { level: 9 })]);
	for (const [extension, packed] of [
		['.br', br],
		['.gz', gz],
	] as const) {
		await writeFile(path + extension, packed);
		await keep(packed, kept + extension);
	}
	return { br: br.length, gz: gz.length };
}

/** A file takes its name once it is whole: another worker, or the next build, may look for it. */
async function keep(data: Buffer, path: string): Promise<void> {
	const part = `${path}.${randomUUID()}`;
	await writeFile(part, data);
	await rename(part, path);
}

async function takeKept(kept: string, path: string): Promise<Sizes | undefined> {
	try {
		await copyFile(`${kept}.br`, `${path}.br`);
		await copyFile(`${kept}.gz`, `${path}.gz`);
	} catch {
		// Not kept yet, or only half of it was written: both are made anew.
		return undefined;
	}
	const [br, gz] = await Promise.all([stat(`${path}.br`), stat(`${path}.gz`)]);
	return { br: br.size, gz: gz.size };
}

/** Removes what this build did not use: otherwise the folder would grow with each. */
async function forget(kept: string, used: ReadonlySet<string>): Promise<void> {
	const old = (await readdir(kept)).filter((name) => !used.has(name.replace(/\.(br|gz)$/, '')));
	await forEachFile(old, (name) => rm(join(kept, name)));
}

interface Sizes {
	br: number;
	gz: number;
}
