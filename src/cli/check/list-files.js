import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { getGlobBase, makeExclude, makeGlob } from '../../check/glob.js';
import { explain } from './explain.js';

/** Folders of others, and of version control. */
const foreign = new Set(['node_modules', '.git', '.hg', '.svn']);

/**
 * Returns the files that arguments name, each once, in order; undefined stands for standard input. A
 * folder gives all files below it, but for those of others; links in it are not followed. What cannot be
 * listed is a problem.
 * @param {string[]} paths
 * @param {string[]} excluded patterns
 * @returns {Promise<{ files: (string | undefined)[], problems: string[] }>}
 */
export async function listFiles(paths, excluded) {
	if (paths.length === 0) return { files: [undefined], problems: [] };
	const excludes = excluded.map(makeExclude);
	/** @param {string} path */
	const isExcluded = (path) => excludes.some((matches) => matches(path));
	/** @type {Set<string | undefined>} */
	const files = new Set();
	/** @type {string[]} */
	const problems = [];
	for (const path of paths) {
		try {
			for (const file of await expand(path, isExcluded)) files.add(file);
		} catch (error) {
			problems.push(`Could not read ${path}: ${explain(error)}`);
		}
	}
	return { files: [...files], problems };
}

/**
 * @param {string} argument
 * @param {(path: string) => boolean} isExcluded
 * @returns {Promise<(string | undefined)[]>}
 */
async function expand(argument, isExcluded) {
	if (argument === '-') return [undefined];
	const path = toSlashes(argument);
	const found = await stat(path).catch(() => undefined);
	if (found?.isDirectory()) return await walk(path, isExcluded);
	const base = getGlobBase(path);
	if (found || base === undefined) return isExcluded(path) ? [] : [path];
	const matches = makeGlob(path.replace(/^\.\//, ''));
	const files = (await walk(base, isExcluded)).filter(matches);
	if (files.length === 0) throw new Error('no file matches it');
	return files;
}

/**
 * @param {string} folder
 * @param {(path: string) => boolean} isExcluded
 * @returns {Promise<string[]>}
 */
async function walk(folder, isExcluded) {
	/** @type {string[]} */
	const files = [];
	const entries = await readdir(folder, { withFileTypes: true });
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const path = toSlashes(join(folder, entry.name));
		if (isExcluded(path)) continue;
		if (entry.isFile()) files.push(path);
		if (entry.isDirectory() && !foreign.has(entry.name))
			files.push(...(await walk(path, isExcluded)));
	}
	return files;
}

/**
 * Annotations and patterns have slashes, on every system.
 * @param {string} path
 */
function toSlashes(path) {
	return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
