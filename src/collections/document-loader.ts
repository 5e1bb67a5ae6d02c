import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AstroError } from 'astro/errors';
import type { Loader, LoaderContext } from 'astro/loaders';
import { checkPositions } from '../articles/check.ts';
import { makeProgress } from './progress.ts';
import type { Finding } from '../ingest/findings.ts';
import { type FileResult, ingest } from '../ingest/index.ts';
import type { SourceFile } from '../ingest/model.ts';
import { countFindings, formatFindings } from '../ingest/report/terminal.ts';
import { checkTies } from '../rules/check.ts';
import { joinFindings } from './join-findings.ts';
import { type Content, digestFile, readContent } from './content.ts';
import { readKept, removeOthers, writeKept } from './kept-files.ts';

/** Key under which the findings of the last run wait for the pages that show them. */
export const findingsEntry = '_findings';

/** An entry of the store: where to find what a file became. */
export interface StoredFile {
	/** For `readKept`. The name is the digest of everything that the file's documents depend on. */
	folder: string;
	name: string;
	/** Ids of its documents. */
	documents: string[];
}

/** An entry: a file by its path, or under `findingsEntry` all findings of the run. */
export type StoredEntry = StoredFile | { findings: Finding[] };

/**
 * Loads the source documents. A file that did not change since the last build, with nothing changed
 * that its page depends on, is taken from the cache. Findings are shown together; an error ends the
 * build.
 */
export function documentLoader(): Loader {
	return {
		name: 'plumbline-documents',
		load: async (context) => {
			const content = await readContent();
			load(content, context);
			watch(context);
		},
	};
}

function load(content: Content, context: LoaderContext): void {
	const folder = getFolder(context);
	const files = new Map<string, StoredFile>();
	const describe = (file: SourceFile, documents: string[]): StoredFile => {
		const stored = { folder, name: digestFile(file, content, documents), documents };
		files.set(file.path, stored);
		return stored;
	};
	const reuse = (file: SourceFile): FileResult | undefined => {
		const old = getStored(file, context);
		if (old === undefined) return undefined;
		const { name } = describe(file, old.documents);
		return name === old.name && folder === old.folder ? readKept(folder, name) : undefined;
	};
	const keep = (file: SourceFile, result: FileResult): FileResult => {
		const ids = result.documents.map(({ id }) => id);
		return writeKept(folder, describe(file, ids).name, result);
	};

	const result = ingest(content.files, {
		...content.settings,
		reuse,
		keep,
		onProgress: makeProgress('ingest'),
	});
	// What rules and articles say of the site's own documents says nothing of somebody else's.
	const named = content.isOwn
		? [
				...checkTies(content.rules, result.documents),
				...checkPositions(content.articles, result.documents),
			]
		: [];
	const findings = joinFindings(content, [...result.findings, ...named]);
	report(findings, content, context);

	writeStore(files, findings, context);
	removeOthers(folder, new Set([...files.values()].map(({ name }) => name)));
}

/** The dev server has a store of its own, and so its own files. */
function getFolder({ config, watcher }: LoaderContext): string {
	return join(fileURLToPath(config.cacheDir), watcher ? 'documents-dev' : 'documents');
}

function getStored({ path }: SourceFile, { store }: LoaderContext): StoredFile | undefined {
	const data = store.get(path)?.data;
	return data !== undefined && 'name' in data ? (data as unknown as StoredFile) : undefined;
}

function report(findings: Finding[], content: Content, context: LoaderContext): void {
	const named = findings.map((finding) => ({ ...finding, file: nameFile(finding.file, content) }));
	const text = formatFindings(named);
	if (text) process.stderr.write(`\n${text}\n\n`);
	const errors = named.filter((finding) => finding.severity === 'error');
	if (errors.length === 0) return;
	const message = `The content has ${countFindings(named)}`;
	const hint = 'Each is listed above with its place and what to do. Nothing was written.';
	// The dev server stays up: the next save may mend it.
	if (context.watcher) context.logger.error(`${message}. ${hint}`);
	else throw new AstroError(message, hint);
}

/** Findings of documents name files relative to their folder; people want a path they can open. */
function nameFile(file: string, content: Content): string {
	return content.files.some(({ path }) => path === file) ? `${content.sourcesName}${file}` : file;
}

function writeStore(
	files: Map<string, StoredFile>,
	findings: Finding[],
	{ store }: LoaderContext,
): void {
	const entries = [...files].map(([id, data]) => ({ id, data: { ...data } }));
	store.clear();
	for (const entry of entries) store.set(entry);
	store.set({ id: findingsEntry, data: { findings } });
}

function watch(context: LoaderContext): void {
	if (!context.watcher) return;
	const again = async (path: string): Promise<void> => {
		if (!/\/content\/(?!guide\/)[^/]+\//.test(path)) return;
		load(await readContent(), context);
	};
	for (const event of ['add', 'change', 'unlink'] as const) {
		context.watcher.on(event, (path: string) => void again(path));
	}
}
