import { AstroError } from 'astro/errors';
import type { Loader, LoaderContext } from 'astro/loaders';
import { checkPositions } from '../articles/check.ts';
import { makeProgress } from './progress.ts';
import { compareFindings, type Finding } from '../ingest/findings.ts';
import { type FileResult, ingest } from '../ingest/index.ts';
import type { Document, SourceFile } from '../ingest/model.ts';
import { countFindings, formatFindings } from '../ingest/report/terminal.ts';
import { checkTies } from '../rules/check.ts';
import { type Content, digestFile, readContent } from './content.ts';

/** Key under which the findings of the last run wait for the pages that show them. */
export const findingsEntry = '_findings';

/** An entry of the store. Findings of a file are kept with its first document. */
export interface StoredDocument {
	document: Document;
	fileFindings: Finding[];
	/** Of everything that the file's documents depend on. */
	digest: string;
}

/** An entry: a document, or under `findingsEntry` all findings of the run. */
export type StoredEntry = StoredDocument | { findings: Finding[] };

/**
 * Loads the source documents. A file that did not change since the last build, with nothing changed
 * that its page depends on, is taken from the store. Findings are shown together; an error ends the
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
	const kept = readStore(context);
	const digests = new Map<string, string>();
	const digestOf = (file: SourceFile, documents: Document[]): string =>
		digestFile(
			file,
			content,
			documents.map((document) => document.id),
		);
	const reuse = (file: SourceFile): FileResult | undefined => {
		const result = kept.get(file.path);
		return result?.digest === digestOf(file, result?.documents ?? []) ? result : undefined;
	};

	const result = ingest(content.files, {
		...content.settings,
		reuse,
		onProgress: makeProgress('ingest'),
	});
	// What rules and articles say of the site's own documents says nothing of somebody else's.
	const named = content.isOwn
		? [
				...checkTies(content.rules, result.documents),
				...checkPositions(content.articles, result.documents),
			]
		: [];
	const findings = [...content.findings, ...result.findings, ...named].sort(compareFindings);
	report(findings, content, context);

	for (const file of content.files) {
		digests.set(file.path, digestOf(file, result.files.get(file.path)?.documents ?? []));
	}
	writeStore(result.files, findings, digests, context);
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

type Kept = FileResult & { digest: string };

/** Results of the last build by file. */
function readStore(context: LoaderContext): Map<string, Kept> {
	const kept = new Map<string, Kept>();
	for (const { data } of context.store.values()) {
		if (!('document' in data)) continue;
		const { document, fileFindings, digest } = data as unknown as StoredDocument;
		const result = kept.get(document.path) ?? { documents: [], findings: [], digest };
		result.documents.push(document);
		result.findings.push(...fileFindings);
		kept.set(document.path, result);
	}
	for (const result of kept.values()) result.documents.sort((a, b) => a.range[0] - b.range[0]);
	return kept;
}

function writeStore(
	files: Map<string, FileResult>,
	findings: Finding[],
	digests: Map<string, string>,
	{ store }: LoaderContext,
): void {
	const gone = new Set(store.keys());
	for (const [path, result] of files) {
		const digest = digests.get(path) ?? '';
		for (const [i, document] of result.documents.entries()) {
			gone.delete(document.id);
			const fileFindings = i === 0 ? result.findings : [];
			store.set({ id: document.id, data: { document, fileFindings, digest } });
		}
	}
	gone.delete(findingsEntry);
	store.set({ id: findingsEntry, data: { findings } });
	for (const id of gone) store.delete(id);
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
