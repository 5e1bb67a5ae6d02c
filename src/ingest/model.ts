import type { Root } from 'mdast';

/** What a statement is. Closed list: pages, filters and the report use these names. */
export const kinds = [
	'principle',
	'practice',
	'check',
	'anti-pattern',
	'step',
	'output',
	'example',
	'question',
	'metric',
	'technology',
	'context',
] as const;

export type Kind = (typeof kinds)[number];

/** A file as it lies in the folder. `path` is relative to the folder, with `/` between its parts. */
export interface SourceFile {
	path: string;
	bytes: Uint8Array;
}

/** Where something is, as the author's editor counts: line and column start at 1. */
export interface Place {
	file: string;
	line: number;
	column: number;
}

/** One `key: value` of the front matter, kept as data of the document and shown with it. */
export interface FrontMatterEntry {
	key: string;
	/** Text of a scalar; JSON of a list or mapping. */
	value: string;
	line: number;
}

/** A heading of the document, or a tag-like section, which is a heading by another spelling. */
export interface Heading {
	depth: number;
	text: string;
	anchor: string;
	line: number;
}

/** The Markdown construct that a statement was made of. */
export type Construct =
	'paragraph' | 'item' | 'task' | 'row' | 'code' | 'html' | 'footnote' | 'other';

/** The smallest unit of a document that can be cited. */
export interface Statement {
	/** Fragment of its URL; unique in the document and stable over edits around it. */
	anchor: string;
	line: number;
	endLine: number;
	column: number;
	/** Plain text, Markdown marks removed, white space folded (code keeps its line breaks). */
	text: string;
	/** Bold lead-in without its colon ("API Design"), if the statement opens with one. */
	label?: string;
	construct: Construct;
	/** Texts of the headings above, outermost first. */
	path: string[];
	/** Anchor of the statement that contains or introduces this one. */
	parent?: string;
	kind: Kind;
	/** What decided the kind, in words. */
	kindHow: string;
	/** Slug of the topic; null where nothing decides. */
	topic: string | null;
	/** What decided the topic: "vocabulary: 'rate limit' → api". */
	how: string;
	/** The topic's concept that the text names, by which agreeing statements are put together. */
	concept?: string;
	/** Names of technologies in a list of names ("Databases: PostgreSQL, MongoDB"). */
	technologies?: string[];
	/** Rules that the statement supports, by code. */
	ties: Tie[];
}

/** A statement supports a rule. */
export interface Tie {
	/** The rule's code. */
	rule: string;
	/** What decided it, in words. */
	how: string;
}

/** What the ingest knows of a rule: enough to tie statements to it and to link it. */
export interface TieRule {
	code: string;
	title: string;
	topic: string;
	aliases: string[];
	/** Phrases that tie a statement; parts joined by ` + ` must all be there. */
	terms: string[];
	/** Statements, as `document#anchor`, that a person tied or untied. */
	add: string[];
	drop: string[];
}

/** A link that leads to another document or to an anchor, to be checked once all are known. */
export interface DocumentLink {
	line: number;
	column: number;
	/** The link as written. */
	url: string;
	/** Path of the file it leads to, relative to the folder; null: a fragment of the same document. */
	target: string | null;
	fragment: string;
	/** Whether the target was in the folder when the page was made. */
	found: boolean;
}

/** Line that is in no statement, and why that loses nothing. */
export interface SkippedLine {
	line: number;
	reason: string;
}

/** One source document: a file, or one of several role documents that a file holds. */
export interface Document {
	/** Slug of the path; part of the document's URL. */
	id: string;
	title: string;
	path: string;
	/** First and last line in the file. */
	range: [number, number];
	frontMatter: FrontMatterEntry[];
	headings: Heading[];
	statements: Statement[];
	lines: { text: number; kept: number; skipped: SkippedLine[] };
	/** Lines of text that are neither in a statement nor skipped with a reason. Always empty, or the build fails. */
	lost: number[];
	links: DocumentLink[];
	/** The document as safe HTML: each statement's element carries its anchor as id. */
	html: string;
}

/** A concept of a topic: one piece of guidance, and the phrases that name it. */
export interface Concept {
	concept: string;
	terms: string[];
}

/** What the classifier knows of a topic. */
export interface TopicVocabulary {
	slug: string;
	title: string;
	/** Two to five capitals: the code prefix of its rules. */
	prefix: string;
	/** Phrases that decide in a heading, a lead-in or the line that introduces a list. */
	headings: string[];
	vocabulary: Concept[];
}

/** A glossary term as running text links it. */
export interface GlossaryTerm {
	slug: string;
	/** The term and its other names. */
	names: string[];
}

/** Statements recorded for a document: anchor → what it said, and under which headings. */
export type RecordedStatements = Record<string, { text: string; path: string }>;

/** The part of the ledger that keeps anchors: by document. */
export interface AnchorLedger {
	statements: Record<string, RecordedStatements>;
}

/** A document after reading: its tree has positions in the file. */
export interface ReadDocument {
	id: string;
	title: string;
	path: string;
	range: [number, number];
	frontMatter: FrontMatterEntry[];
	tree: Root;
	/** The file's lines, by which positions count; index 0 is line 1. */
	lines: string[];
	/** Lines that were understood before the tree was made. */
	skipped: SkippedLine[];
}
