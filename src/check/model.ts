/** A rule as the register of a release, or the data of a site, knows it. */
export interface KnownRule {
	code: string;
	title: string;
	/** The current one. */
	revision: number;
	isWithdrawn: boolean;
	/** Codes in its place, where it was withdrawn; undefined where the data does not say. */
	successors: string[] | undefined;
	/** What each revision after the first changed, oldest first. */
	changes: RevisionChange[];
}

export interface RevisionChange {
	revision: number;
	class: string;
	/** In a sentence, what is different. */
	note: string;
}

/** By code. */
export type Register = ReadonlyMap<string, KnownRule>;

/** A code in a line of text. */
export interface Citation {
	code: string;
	/** From 1, in UTF-16 units, as editors count. */
	column: number;
	/** What a link names with `?rev=`. */
	revision: number | undefined;
}

/** A line, or a piece of a very long one. */
export interface Line {
	text: string;
	/** From 1. */
	line: number;
	/** Of the first character; above 1 for the later pieces of a line. */
	column: number;
}

export type Severity = 'error' | 'warning';

export type FindingKind = 'unknown-code' | 'withdrawn-rule' | 'unknown-revision' | 'changed-since';

/** What is wrong with a citation, wherever it stands. */
export interface Judgement {
	kind: FindingKind;
	severity: Severity;
	message: string;
	/** Codes that may be meant, or that stand in its place. */
	instead: string[];
}

export interface Finding extends Judgement {
	code: string;
	/** As it was given; undefined for standard input. */
	file: string | undefined;
	line: number;
	column: number;
}

/** What a run found. */
export interface Result {
	findings: Finding[];
	/** Files that were read, standard input among them. */
	files: number;
	/** Codes in them, ignored ones left out. */
	codes: number;
	/** Files that hold no text. */
	skipped: number;
}

export type Format = 'text' | 'json' | 'github';
