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
