import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from './ingest/read/parse.ts';

/** The project's root. */
export const root = resolve(import.meta.dirname, '..');

/** A row of a table that says what a folder or a file of the project is for. */
export interface FolderRow {
	/** From the project's root; a folder's ends with a slash. */
	path: string;
	/** Texts of the cells. */
	cells: string[];
}

/**
 * Returns the rows of a Markdown file's tables whose first cell names paths in `src` or `content`, one
 * for each path. A row with `…` stands for the folders that its description lists after a colon.
 */
export function readFolderRows(file: string): FolderRow[] {
	const tree = parseMarkdown(readFileSync(join(root, file), 'utf8'));
	return tree.children
		.flatMap((node) => (node.type === 'table' ? node.children : []))
		.map(({ children }) => children.map((cell) => toString(cell)))
		.flatMap((cells) => readPaths(cells).map((path) => ({ path, cells })))
		.filter(({ path }) => /^(src|content)\//.test(path));
}

function readPaths([first = '', description = '']: string[]): string[] {
	if (!first.includes('…')) return first.split(', ');
	const [parent = ''] = first.split('/');
	const [, list = ''] = description.split(': ');
	return list.split(', ').map((name) => `${parent}/${name}/`);
}
