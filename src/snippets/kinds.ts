/** What a check is called, and what does it. */
export interface CheckKind {
	/** What is done with the block, as readers are told. */
	title: string;
	/** The tool that does it, by its name. */
	tool: string;
}

/**
 * Every check, by the words at the start of the info string that ask for it. Words only, no tools: the
 * site shows these, and must not load a database to do so.
 */
export const checkKinds = {
	'sql run': { title: 'Run on a database of its page', tool: 'PostgreSQL 18 (PGlite)' },
	'yaml openapi': { title: 'Linted as an OpenAPI description', tool: 'Redocly' },
	yaml: { title: 'Parsed', tool: 'js-yaml' },
	json: { title: 'Parsed', tool: 'JSON.parse' },
	'ts check': { title: 'Type-checked against real packages', tool: 'TypeScript' },
	ts: { title: 'Parsed', tool: 'TypeScript' },
	js: { title: 'Parsed', tool: 'TypeScript' },
	graphql: { title: 'Parsed, and built into a schema if it defines types', tool: 'GraphQL.js' },
	proto: { title: 'Parsed, with every type that it names', tool: 'protobuf.js' },
	python: { title: 'Parsed as Python 3.12', tool: 'Ruff' },
	java: { title: 'Parsed', tool: 'java-parser' },
	sh: { title: 'Parsed', tool: 'sh -n' },
	mermaid: { title: 'Drawn', tool: 'our reader, ELK' },
} as const satisfies Record<string, CheckKind>;

export type CheckName = keyof typeof checkKinds;

export const checkNames = Object.keys(checkKinds) as CheckName[];

/** Languages that no tool could say anything about, each with the reason that readers get. */
export const shownLanguages: Readonly<Record<string, string>> = {
	text: 'plain text',
	http: 'plain text of a request or a response',
	md: 'Markdown, in which everything is valid',
	markdown: 'Markdown, in which everything is valid',
	csv: 'rows, in which everything is valid',
	diff: 'part of a file',
};
