import type { Nodes } from 'mdast';
import { type Anchors, assignAnchors } from './anchor/anchors.ts';
import { classifyKinds } from './classify/kind.ts';
import { classifyTopics } from './classify/topic.ts';
import type { Vocabulary } from './classify/vocabulary.ts';
import type { Draft, Extraction, OverrideNames } from './extract/draft.ts';
import { extract } from './extract/extract.ts';
import { type Finding, makeFinding } from './findings.ts';
import type {
	AnchorLedger,
	Document,
	Heading,
	ReadDocument,
	SourceFile,
	Statement,
	Tie,
	TopicVocabulary,
} from './model.ts';
import { read } from './read/read.ts';
import { makeMarks } from './render/marks.ts';
import { type Decoration, render } from './render/render.ts';
import type { RuleLinker } from './render/rules.ts';
import type { makeTermLinker } from './render/terms.ts';
import type { Tier } from './tie/tie.ts';

/** What a file became. It depends on the file and the context alone, so it may be kept. */
export interface FileResult {
	documents: Document[];
	findings: Finding[];
}

/** What every file of a run is read against. */
export interface Context {
	topics: ReadonlyMap<string, TopicVocabulary>;
	vocabulary: Vocabulary;
	linkTerms: ReturnType<typeof makeTermLinker>;
	linkRules: RuleLinker;
	tier: Tier;
	names: OverrideNames;
	ledger: AnchorLedger;
	/** URL of the document in a file of the folder; undefined where there is none. */
	urlOfDocument: (path: string) => string | undefined;
}

/** Returns the documents of one file, complete, with everything that was found on the way. */
export function ingestFile(file: SourceFile, context: Context): FileResult {
	const { documents: readDocuments, findings } = read(file);
	const documents = readDocuments.map((document) => {
		const { extraction, findings: found } = extract(document, context.names);
		findings.push(...found, ...checkLines(document, extraction));
		return makeDocument(document, extraction, context);
	});
	const hasText = documents.some((document) => document.statements.length > 0);
	if (documents.length > 0 && !hasText) {
		findings.push(makeFinding('document-empty', { file: file.path, line: 1, column: 1 }));
	}
	return { documents, findings };
}

function makeDocument(document: ReadDocument, extraction: Extraction, context: Context): Document {
	const anchors = assignAnchors(extraction, context.ledger.statements[document.id] ?? {});
	const statements = makeStatements(extraction.drafts, anchors, document.id, context);
	const headings = makeHeadings(extraction, anchors);
	const { text, kept, skipped, lost } = extraction;
	return {
		id: document.id,
		title: document.title,
		path: document.path,
		range: document.range,
		frontMatter: document.frontMatter,
		headings,
		statements: [...statements.values()],
		lines: { text, kept, skipped },
		lost,
		links: extraction.links.map((link) => ({
			...link,
			found: link.target === null || context.urlOfDocument(link.target) !== undefined,
		})),
		html: render(document.tree, {
			file: document.path,
			decorations: makeDecorations(statements, anchors, context),
			urlOfDocument: context.urlOfDocument,
			headingShift: headings.some((heading) => heading.depth === 1) ? 1 : 0,
			linkTerms: context.linkTerms(),
			linkRules: context.linkRules,
		}),
	};
}

function makeStatements(
	drafts: Draft[],
	anchors: Anchors,
	document: string,
	context: Context,
): Map<Draft, Statement> {
	const topics = classifyTopics(drafts, context.vocabulary);
	const kinds = classifyKinds(drafts);
	const statements = new Map<Draft, Statement>();
	for (const draft of drafts) {
		const topic = topics.get(draft);
		const kind = kinds.get(draft) ?? { kind: 'context', how: 'nothing decided' };
		const parent = draft.parent && anchors.statements.get(draft.parent);
		const anchor = anchors.statements.get(draft) ?? '';
		const said = { text: draft.text, topic: topic?.topic ?? null, kind: kind.kind };
		const ties = draft.override.rules?.map((rule): Tie => ({ rule, how: 'override' }));
		statements.set(draft, {
			anchor,
			line: draft.line,
			endLine: draft.endLine,
			column: draft.column,
			text: draft.text,
			...(draft.label && { label: draft.label }),
			construct: draft.construct,
			path: draft.headings.map((heading) => heading.text),
			...(parent && { parent }),
			kind: kind.kind,
			kindHow: kind.how,
			topic: topic?.topic ?? null,
			how: topic?.how ?? 'unsorted: no heading and no word of the vocabulary decides',
			...(topic?.concept && { concept: topic.concept }),
			...(draft.technologies && { technologies: draft.technologies }),
			ties: ties ?? context.tier({ ...said, address: `${document}#${anchor}` }),
		});
	}
	return statements;
}

function makeHeadings(extraction: Extraction, anchors: Anchors): Heading[] {
	return extraction.headings.map((heading) => ({
		depth: heading.depth,
		text: heading.text,
		line: heading.line,
		anchor: anchors.headings.get(heading) ?? '',
	}));
}

function makeDecorations(
	statements: Map<Draft, Statement>,
	anchors: Anchors,
	context: Context,
): Map<Nodes, Decoration> {
	const decorations = new Map<Nodes, Decoration>();
	for (const [heading, anchor] of anchors.headings) {
		decorations.set(heading.node as Nodes, { id: anchor });
	}
	for (const [draft, statement] of statements) {
		const topic = statement.topic === null ? undefined : context.topics.get(statement.topic);
		decorations.set(draft.node as Nodes, {
			id: statement.anchor,
			marks: makeMarks(statement, topic),
		});
	}
	return decorations;
}

function checkLines(document: ReadDocument, { lost }: Extraction): Finding[] {
	const [line] = lost;
	if (line === undefined) return [];
	const lines = lost.length > 5 ? `${lost.slice(0, 5).join(', ')} …` : lost.join(', ');
	const args = { count: String(lost.length), lines };
	return [makeFinding('lines-lost', { file: document.path, line, column: 1 }, args)];
}
