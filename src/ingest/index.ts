import { checkDocuments } from './check.ts';
import { makeVocabulary } from './classify/vocabulary.ts';
import { compareFindings, type Finding } from './findings.ts';
import { type Context, type FileResult, ingestFile } from './ingest-file.ts';
import type {
	AnchorLedger,
	Document,
	GlossaryTerm,
	SourceFile,
	TieRule,
	TopicVocabulary,
} from './model.ts';
import { makeSlug } from './read/slug.ts';
import { makeRuleLinker } from './render/rules.ts';
import { makeTermLinker } from './render/terms.ts';
import { makeTier } from './tie/tie.ts';

export type { FileResult } from './ingest-file.ts';

export interface IngestSettings {
	topics: TopicVocabulary[];
	terms: GlossaryTerm[];
	/** Rules that statements are tied to, and that `[SEC-014]` links. */
	rules: TieRule[];
	ledger: AnchorLedger;
	/** The site's own content: dead links are errors, and the ledger has to be current. */
	isOwn: boolean;
	/** A result that is still good: same bytes, same settings. */
	reuse?: (file: SourceFile) => FileResult | undefined;
	/** Takes what a file became, and returns what the run holds on to, which says the same. */
	keep?: (file: SourceFile, result: FileResult) => FileResult;
	/** Told after each file. */
	onProgress?: (done: number, total: number) => void;
}

export interface IngestResult {
	/** In the order of their paths, then of their lines. */
	documents: Document[];
	findings: Finding[];
	/** By path, to be reused. */
	files: Map<string, FileResult>;
}

export const noAnchors: AnchorLedger = { statements: {} };

/**
 * Ingests a folder of documents: read → extract → anchor → classify → render for each file, then
 * what only shows across files. Never throws for what a file holds: that becomes a finding.
 */
export function ingest(files: SourceFile[], settings: IngestSettings): IngestResult {
	const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
	const context = makeContext(sorted, settings);
	const results = new Map<string, FileResult>();
	for (const [i, file] of sorted.entries()) {
		results.set(file.path, getResult(file, context, settings));
		settings.onProgress?.(i + 1, sorted.length);
	}
	const documents = [...results.values()].flatMap((result) => result.documents);
	const findings = [
		...[...results.values()].flatMap((result) => result.findings),
		...checkDocuments(documents, settings.ledger, settings.isOwn),
	];
	return { documents, findings: findings.sort(compareFindings), files: results };
}

function getResult(
	file: SourceFile,
	context: Context,
	{ reuse, keep = (_, result) => result }: IngestSettings,
): FileResult {
	const kept = reuse?.(file);
	return kept && isCurrent(kept, context) ? kept : keep(file, ingestFile(file, context));
}

function makeContext(files: SourceFile[], settings: IngestSettings): Context {
	const paths = new Set(files.map((file) => file.path));
	const vocabulary = makeVocabulary(settings.topics);
	return {
		topics: new Map(settings.topics.map((topic) => [topic.slug, topic])),
		vocabulary,
		names: { topics: vocabulary.topics, rules: new Set(settings.rules.map(({ code }) => code)) },
		tier: makeTier(settings.rules),
		linkRules: makeRuleLinker(settings.rules),
		linkTerms: makeTermLinker(settings.terms),
		ledger: settings.ledger,
		urlOfDocument: (path) =>
			paths.has(path) ? `/sources/${makeSlug(path.replace(/\.[^./]*$/, ''))}/` : undefined,
	};
}

/** A kept page links to other documents: they must be there, or missing, as they were. */
function isCurrent(result: FileResult, context: Context): boolean {
	return result.documents.every((document) =>
		document.links.every(
			({ target, found }) =>
				target === null || found === (context.urlOfDocument(target) !== undefined),
		),
	);
}
