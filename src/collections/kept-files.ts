import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { FileResult } from '../ingest/index.ts';
import type { Document } from '../ingest/model.ts';

/** Gives back the text that it was given first of those that are equal, so that memory holds one. */
export type Share = (text: string) => string;

/** A document as it is written: its HTML lies beside it. */
type KeptDocument = Omit<Document, 'html'>;

/**
 * Writes what a file became into `folder` and returns what `readKept` does, so that nothing needs to
 * hold the whole. `name` is unique to what the file became.
 */
export function writeKept(folder: string, name: string, result: FileResult): FileResult {
	mkdirSync(folder, { recursive: true });
	const documents = result.documents.map(({ html, ...document }, i) => {
		replaceFile(nameHtml(folder, name, i), html);
		return document;
	});
	// Written last: where this file is, the others are.
	replaceFile(nameData(folder, name), JSON.stringify({ ...result, documents }));
	return { ...result, documents: documents.map((each, i) => withHtml(each, folder, name, i)) };
}

/**
 * Returns what a file became, as it was written; undefined where that is not there, or not whole. The
 * HTML of a document is most of it: it stays on the disk, and is read each time that it is asked for.
 */
export function readKept(
	folder: string,
	name: string,
	share: Share = makeShare(),
): FileResult | undefined {
	try {
		const text = readFileSync(nameData(folder, name), 'utf8');
		const result = JSON.parse(text) as Omit<FileResult, 'documents'> & {
			documents: KeptDocument[];
		};
		if (result.documents.some((_, i) => !existsSync(nameHtml(folder, name, i)))) return undefined;
		return {
			...result,
			documents: result.documents.map((each, i) =>
				withHtml(shareTexts(each, share), folder, name, i),
			),
		};
	} catch {
		// Whoever wants the disk space may empty the cache, or a build may have been ended while it wrote.
		return undefined;
	}
}

/** Removes from `folder` what was kept under names other than these. */
export function removeOthers(folder: string, names: ReadonlySet<string>): void {
	if (!existsSync(folder)) return;
	for (const file of readdirSync(folder)) {
		const [name = ''] = file.split('.');
		if (!names.has(name)) rmSync(join(folder, file), { force: true });
	}
}

/** Returns a function that knows the texts it was given. */
export function makeShare(): Share {
	const texts = new Map<string, string>();
	return (text) => {
		const known = texts.get(text);
		if (known === undefined) texts.set(text, text);
		return known ?? text;
	};
}

/** What decided, and the headings above, are the same for many statements. */
function shareTexts(document: KeptDocument, share: Share): KeptDocument {
	const paths = new Map<string, string[]>();
	const sharePath = (path: string[]): string[] => {
		const key = path.join('\n');
		const known = paths.get(key) ?? path.map(share);
		paths.set(key, known);
		return known;
	};
	for (const statement of document.statements) {
		statement.path = sharePath(statement.path);
		statement.how = share(statement.how);
		statement.kindHow = share(statement.kindHow);
		if (statement.concept !== undefined) statement.concept = share(statement.concept);
	}
	return document;
}

function withHtml(document: KeptDocument, folder: string, name: string, index: number): Document {
	return {
		...document,
		get html() {
			return readFileSync(nameHtml(folder, name, index), 'utf8');
		},
	};
}

function nameData(folder: string, name: string): string {
	return join(folder, `${name}.json`);
}

function nameHtml(folder: string, name: string, index: number): string {
	return join(folder, `${name}.${index}.html`);
}

/** A reader sees the old file or the new one, never a part. */
function replaceFile(path: string, text: string): void {
	const next = `${path}.${process.pid}`;
	writeFileSync(next, text);
	renameSync(next, path);
}
