import type { CheckName } from './kinds.ts';

/** A page as the checks get it. */
export interface SnippetPage {
	/** Path from the project's root, as findings name it. */
	file: string;
	/** The file's text with its front matter as blank lines, so that positions are those of the file. */
	body: string;
}

/** A code block that somebody wrote in Markdown. */
export interface Snippet {
	file: string;
	/** Line of the opening fence. */
	line: number;
	/** Column of the opening fence: what stands left of it is no part of the code. */
	column: number;
	/** First word of the info string; empty where there is none. */
	language: string;
	/** What checks it; undefined for a block that is shown without a check, or that is wrong. */
	check: CheckName | undefined;
	/** Why it is shown without a check. */
	reason: string | undefined;
	/** SQLSTATE that the block has to fail with. */
	error: string | undefined;
	/** What is wrong with the info string: what was found, and what was expected. */
	wrong: { found: string; expected: string; hint: string } | undefined;
	text: string;
}

/** What a check found in a snippet; `line` and `column` count from 1 in the snippet's text. */
export interface Problem {
	snippet: Snippet;
	line: number;
	column: number;
	message: string;
}

/** Says what is wrong with the source of a diagram; undefined where it can be drawn. */
export type ExplainDiagram = (source: string) => { line: number; message: string } | undefined;

/** What checks get from their caller. */
export interface CheckSettings {
	explainDiagram?: ExplainDiagram | undefined;
	/** Milliseconds that a statement of SQL may take. */
	statementLimit?: number;
}

/** A check: gets every snippet of its kind at once, page by page in the order of the page. */
export interface Check {
	/** Why this machine cannot do it; undefined where it can. */
	explainMissing?: (settings: CheckSettings) => string | undefined;
	findProblems: (snippets: Snippet[], settings: CheckSettings) => Problem[] | Promise<Problem[]>;
}
