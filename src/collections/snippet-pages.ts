import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { SnippetPage } from '../snippets/model.ts';

/** Folders of `content/` whose code blocks are the site's own: all but the documents. */
const folders = [
	'decisions',
	'designs',
	'glossary',
	'guide',
	'packs',
	'patterns',
	'playbooks',
	'roles',
	'rules',
	'technologies',
	'technology-guides',
	'templates',
	'topics',
];

/** Reads all Markdown that the site's people wrote, in the order of names. */
export async function readSnippetPages(root: string): Promise<SnippetPage[]> {
	const files: string[] = [];
	for (const folder of folders.map((name) => join(root, 'content', name))) {
		if (!existsSync(folder)) continue;
		const names = await readdir(folder, { recursive: true });
		files.push(...names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name)));
	}
	return readNamedPages(files.sort(), root);
}

/** Reads the named files; findings name them from `root` on. */
export async function readNamedPages(files: string[], root: string): Promise<SnippetPage[]> {
	const read = async (file: string): Promise<SnippetPage> => ({
		file: relative(root, resolve(file)).replaceAll('\\', '/'),
		body: blankFrontMatter((await readFile(file, 'utf8')).replace(/\r\n?/g, '\n')),
	});
	return Promise.all(files.map(read));
}

function blankFrontMatter(text: string): string {
	return text.replace(/^---\n(?:[\s\S]*?\n)?---[ \t]*(?=\n|$)/, (lines) =>
		lines.replace(/[^\n]/g, ''),
	);
}
