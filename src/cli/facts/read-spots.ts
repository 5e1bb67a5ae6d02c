import type { Document, Heading, Statement } from '../../ingest/model.ts';

/** A part of a document that can state a fact: an entry of its front matter, a heading, or a statement. */
export interface Spot {
	document: Document;
	/** `document#anchor`, or the document alone for an entry of its front matter. */
	address: string;
	/** What it says itself. */
	text: string;
	/** What it holds: the section of a heading, the list that a line leads in. */
	inside: string;
	/** What it stands under: headings, and the line that leads in its list. */
	above: string;
	/** The statement; of a heading or of front matter there is none. */
	statement?: Statement;
	/** Statements of its section, if it is a heading. */
	section: Statement[];
	/** The statement that leads in its list, or the section that it is a part of. */
	leadIn: Statement | undefined;
}

/** Front matter that the seed does not have: it was given here. */
const given = ['title', 'origin'];

/** Returns the parts of a document in the order of its lines. The title is none: it says nothing of the seed's. */
export function readSpots(document: Document): Spot[] {
	const parts = [
		...document.frontMatter
			.filter(({ key }) => !given.includes(key))
			.map(({ key, value, line }) => ({ line, spot: makeEntry(document, key, value) })),
		...document.headings.map((heading) => ({
			line: heading.line,
			spot: makeHeading(document, heading),
		})),
		...document.statements.map((statement) => ({
			line: statement.line,
			spot: makeStatement(document, statement),
		})),
	];
	return parts.sort((a, b) => a.line - b.line).map(({ spot }) => spot);
}

function makeEntry(document: Document, key: string, value: string): Spot {
	return {
		document,
		address: document.id,
		text: `${key}: ${value}`,
		inside: '',
		above: `Frontmatter > ${key}`,
		section: [],
		leadIn: undefined,
	};
}

function makeHeading(document: Document, heading: Heading): Spot {
	const { headings, statements } = document;
	const { line, depth } = heading;
	const end = headings.find((other) => other.line > line && other.depth <= depth)?.line ?? Infinity;
	const isInside = (other: { line: number }): boolean => other.line > line && other.line < end;
	const section = statements.filter(isInside);
	const outer = headings.findLast((other) => other.line < line && other.depth < depth);
	return {
		document,
		address: `${document.id}#${heading.anchor}`,
		text: heading.text,
		inside: [...headings, ...statements]
			.filter(isInside)
			.map(({ text }) => text)
			.join(' '),
		above: outer?.text ?? '',
		section,
		leadIn: outer && statements.find(({ path }) => path.at(-1) === outer.text),
	};
}

function makeStatement(document: Document, statement: Statement): Spot {
	const leadIn = document.statements.find(({ anchor }) => anchor === statement.parent);
	return {
		document,
		address: `${document.id}#${statement.anchor}`,
		text: statement.text,
		inside: listContained(document, statement)
			.map(({ text }) => text)
			.join(' '),
		above: [...statement.path, leadIn?.text ?? ''].join(' '),
		statement,
		section: [],
		leadIn,
	};
}

function listContained(document: Document, statement: Statement): Statement[] {
	const children = document.statements.filter(({ parent }) => parent === statement.anchor);
	return children.flatMap((child) => [child, ...listContained(document, child)]);
}
