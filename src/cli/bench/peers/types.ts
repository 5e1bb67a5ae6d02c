/** Where a reader clicks and types to search, as selectors. */
export interface SearchSteps {
	open: string;
	input: string;
	result: string;
}

/** Another generator, and how it builds a site from a folder of Markdown. */
export interface Peer {
	name: string;
	/** Packages with exact versions. */
	packages: Record<string, string>;
	/** The folder that takes the documents. */
	documents: string;
	/** Files that a new project has, by path; documents are named without extension. */
	makeFiles: (documents: string[]) => Record<string, string>;
	/** A program of `node_modules/.bin` with its arguments. */
	build: [program: string, ...args: string[]];
	dist: string;
	getPath: (document: string) => string;
	search: SearchSteps;
}
