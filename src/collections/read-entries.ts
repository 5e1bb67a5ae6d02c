import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import matter from 'gray-matter';
import yaml from 'js-yaml';
import { type Finding, makeFinding } from '../ingest/findings.ts';
import { explainIssue } from './explain-issue.ts';

/** A file of the site's own content, with front matter that its schema accepted. */
export interface Entry<Data> {
	/** Path in the folder, without ending. */
	slug: string;
	/** Path from the project's root, as findings name it. */
	file: string;
	data: Data;
	/** The file with its front matter as blank lines, so that positions are those of the file. */
	body: string;
	/** Line of a field of the front matter, or of a value in it; 1 where the field is not written. */
	lineOf: (field: string, value?: string) => number;
}

/**
 * Reads every Markdown file of a folder and the folders in it, in the order of names. Files that are
 * wrong become findings; `unread` has their front matter as it stands.
 */
export async function readEntries<Schema extends z.ZodType>(
	root: string,
	folder: string,
	schema: Schema,
): Promise<{ entries: Entry<z.output<Schema>>[]; findings: Finding[]; unread: string[] }> {
	const names = (await readdir(join(root, folder), { recursive: true }))
		.map((name) => name.replaceAll('\\', '/'))
		.filter((name) => name.endsWith('.md'))
		.sort();
	const entries: Entry<z.output<Schema>>[] = [];
	const findings: Finding[] = [];
	const unread: string[] = [];
	for (const name of names) {
		const file = `${folder}/${name}`;
		const text = (await readFile(join(root, file), 'utf8')).replace(/\r\n?/g, '\n');
		const parsed = parseEntry(text, file, schema);
		findings.push(...parsed.findings);
		if (parsed.entry) entries.push({ slug: name.slice(0, -'.md'.length), file, ...parsed.entry });
		else unread.push(text.split('\n---\n')[0] ?? '');
	}
	return { entries, findings, unread };
}

interface Parsed<Data> {
	entry?: Omit<Entry<Data>, 'slug' | 'file'>;
	findings: Finding[];
}

function parseEntry<Schema extends z.ZodType>(
	text: string,
	file: string,
	schema: Schema,
): Parsed<z.output<Schema>> {
	const at = (line: number, column = 1): { file: string; line: number; column: number } => ({
		file,
		line,
		column,
	});
	let parsed: matter.GrayMatterFile<string>;
	try {
		// Options keep gray-matter from returning a shared object for equal texts.
		parsed = matter(text, {});
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		const mark = 'mark' in error ? (error.mark as yaml.Mark) : undefined;
		const place = at((mark?.line ?? 0) + 1, (mark?.column ?? 0) + 1);
		const reason = error.message.split('\n')[0] ?? error.message;
		return { findings: [makeFinding('front-matter-invalid', place, { reason })] };
	}
	const frontMatterLines =
		text.slice(0, text.length - parsed.content.length).split('\n').length - 1;
	const lines = text.split('\n');
	const result = schema.safeParse(parsed.data);
	if (result.success) {
		const body = lines.map((line, i) => (i < frontMatterLines ? '' : line)).join('\n');
		const lineOf = (field: string, value?: string): number =>
			findLine(lines, [field], (line) => value !== undefined && line.includes(value));
		return { entry: { data: result.data, body, lineOf }, findings: [] };
	}
	return {
		findings: result.error.issues.map((issue) =>
			makeFinding(
				'content-invalid',
				at(findLine(lines, issue.path, makeItemTest(issue.path))),
				explainIssue(issue, parsed.data),
			),
		),
	};
}

/**
 * Line of the first key of a path, or of the first line of its value that is meant; the front matter's
 * first line for a key that is missing.
 */
function findLine(
	lines: string[],
	path: PropertyKey[],
	isMeant: (line: string) => boolean,
): number {
	const key = String(path[0] ?? '');
	const start = lines.findIndex((line) => line.startsWith(`${key}:`));
	if (!key || start < 0) return 1;
	const length = lines.slice(start + 1).findIndex((line) => !/^\s/.test(line));
	const value = lines.slice(start + 1, start + 1 + Math.max(0, length));
	return start + 2 + value.findIndex(isMeant);
}

/** Recognizes the line of the list's item that a path leads to; none where it leads to no item. */
function makeItemTest([, index]: PropertyKey[]): (line: string) => boolean {
	let seen = -1;
	return (line) => {
		if (/^\s+- /.test(line)) seen += 1;
		return seen === index;
	};
}
