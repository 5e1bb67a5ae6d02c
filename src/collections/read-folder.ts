import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Finding, makeFinding } from '../ingest/findings.ts';
import type { SourceFile } from '../ingest/model.ts';

export interface Folder {
	files: SourceFile[];
	findings: Finding[];
}

interface Walk extends Folder {
	/** Real path of the folder that was asked for. */
	root: string;
}

const endings = /\.(md|markdown|txt)$/i;
/** Copies that editors leave: `notes.md~`, `#notes.md#`, `notes.md.bak`, `.notes.md.swp`. */
const backup = /(~|^#.*#|\.(bak|orig|rej|swp|tmp))$/i;

/**
 * Reads the documents of a folder and the folders in it. What is not read is listed with its reason;
 * what would be lost unseen (a file that cannot be read, a link to nowhere) is an error.
 */
export async function readFolder(path: string): Promise<Folder> {
	const walk: Walk = { root: path, files: [], findings: [] };
	try {
		walk.root = await realpath(path);
		await readEntries(walk.root, walk);
	} catch (error) {
		const place = { file: path, line: 1, column: 1 };
		walk.findings.push(makeFinding('folder-unreadable', place, { reason: reasonOf(error) }));
	}
	return { files: walk.files, findings: walk.findings };
}

async function readEntries(folder: string, walk: Walk): Promise<void> {
	for (const name of (await readdir(folder)).sort()) {
		const path = join(folder, name);
		try {
			await readEntry(path, name, walk);
		} catch (error) {
			const place = { file: nameOf(path, walk), line: 1, column: 1 };
			walk.findings.push(makeFinding('file-unreadable', place, { reason: reasonOf(error) }));
		}
	}
}

async function readEntry(path: string, name: string, walk: Walk): Promise<void> {
	const skip = (reason: string): void => {
		const place = { file: nameOf(path, walk), line: 1, column: 1 };
		walk.findings.push(makeFinding('file-skipped', place, { reason }));
	};
	if (backup.test(name)) {
		skip('a copy that an editor left');
		return;
	}
	if (name.startsWith('.')) {
		skip('hidden');
		return;
	}
	if (name === 'node_modules') {
		skip('installed packages');
		return;
	}

	const info = await lstat(path);
	if (info.isSymbolicLink()) {
		skip(await explainLink(path, walk));
		return;
	}
	if (info.isDirectory()) return readEntries(path, walk);
	if (!info.isFile()) {
		skip('not a regular file');
		return;
	}
	if (!endings.test(name)) {
		skip('not .md, .markdown or .txt');
		return;
	}
	walk.files.push({ path: nameOf(path, walk), bytes: await readFile(path) });
}

/**
 * Links are not followed: a target in the folder is read at its own place, one outside is not the
 * folder's, and a loop cannot arise. Fails for a link to nowhere.
 */
async function explainLink(path: string, walk: Walk): Promise<string> {
	const target = await realpath(path);
	const isInside = target === walk.root || target.startsWith(walk.root + sep);
	return isInside
		? 'a symbolic link to a place in the folder, which is read there'
		: 'a symbolic link that leads out of the folder';
}

/** Path relative to the folder, with `/` between its parts on every system. */
function nameOf(path: string, walk: Walk): string {
	return relative(walk.root, path).split(sep).join('/');
}

/** "EACCES: permission denied": without the path, which the finding names already. */
function reasonOf(error: unknown): string {
	return error instanceof Error ? (error.message.split(',')[0] ?? error.message) : String(error);
}
