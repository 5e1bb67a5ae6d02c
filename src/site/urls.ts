import type { Document, Statement } from '../ingest/model.ts';

/** Returns the path of a topic's page; further pages hold what the first one cannot. */
export function urlOfTopic(slug: string, page = 1): string {
	return page === 1 ? `/topics/${slug}/` : `/topics/${slug}/${page}/`;
}

export function urlOfDocument(document: Pick<Document, 'id'>): string {
	return `/sources/${document.id}/`;
}

export function urlOfStatement(
	document: Pick<Document, 'id'>,
	statement: Pick<Statement, 'anchor'>,
): string {
	return `${urlOfDocument(document)}#${statement.anchor}`;
}

export function urlOfTerm(slug: string): string {
	return `/glossary/#${slug}`;
}

/** Returns the path of a rule's page, by its code. */
export function urlOfRule(code: string): string {
	return `/rules/${code.toLowerCase()}/`;
}

export function urlOfStandard(name: string): string {
	return `/standards/${name}/`;
}

/** Returns the place of a technology on the map of all. */
export function urlOfTechnology(slug: string): string {
	return `/technologies/#${slug}`;
}

/** Returns the path of a review pack's checklist. */
export function urlOfPack(slug: string): string {
	return `/checklists/${slug}/`;
}

/** Returns the path of a role as a file for coding agents. */
export function urlOfAgent(slug: string): string {
	return `/agents/${slug}.md`;
}

/** The review workspace. */
export const urlOfReview = '/review/';

/** Returns the path of the picture that stands for a rule where a link to it is shown. */
export function urlOfPicture(code: string): string {
	return `/pictures/${code.toLowerCase()}.png`;
}

/** Returns the path of the Markdown twin of a page. */
export function urlOfTwin(url: string): string {
	return url === '/' ? '/index.md' : `${url.replace(/\/$/, '')}.md`;
}
