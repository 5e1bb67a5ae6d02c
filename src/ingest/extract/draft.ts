import type { Node } from 'mdast';
import type { Construct, DocumentLink, Kind, SkippedLine } from '../model.ts';

/** What an author said in a comment: `<!-- topic: api; kind: practice; rules: API-012 -->`. */
export interface Override {
	topic?: string;
	kind?: Kind;
	/** Codes of the rules that the statement supports; none if empty. */
	rules?: string[];
}

/** Names that an override may use. */
export interface OverrideNames {
	topics: ReadonlySet<string>;
	/** Codes of the rules. */
	rules: ReadonlySet<string>;
}

/** A heading above a statement, as far as it says what the statement is about. */
export interface HeadingContext {
	text: string;
	override: Override;
}

/** A statement before it has an anchor, a topic and a kind. */
export interface Draft {
	/** The node that carries the anchor on the page. */
	node: Node;
	line: number;
	endLine: number;
	column: number;
	text: string;
	label?: string;
	construct: Construct;
	/** Headings above, outermost first. */
	headings: HeadingContext[];
	/** The statement that contains this one, or the line that introduces its list. */
	parent?: Draft;
	/** Number in an ordered list; undefined elsewhere. */
	ordinal?: number;
	override: Override;
	technologies?: string[];
}

/** A heading of the document, before it has an anchor. */
export interface DraftHeading {
	node: Node;
	depth: number;
	text: string;
	line: number;
}

export interface Extraction {
	drafts: Draft[];
	headings: DraftHeading[];
	skipped: SkippedLine[];
	/** Lines of text that are in a statement. */
	kept: number;
	text: number;
	lost: number[];
	links: Omit<DocumentLink, 'found'>[];
}
