import { makeStemmer, splitWords } from '../ingest/classify/vocabulary.ts';
import type { Document, Statement } from '../ingest/model.ts';

/** A statement with the document that makes it. */
export interface Sourced {
	document: Document;
	statement: Statement;
}

/** Statements that say the same, from one or more documents. */
export interface Agreement {
	/** The concept they name; undefined for statements that are alike in words alone. */
	concept?: string;
	members: Sourced[];
	/** Number of documents among the members. */
	sources: number;
}

/** Words that say how or that something is done, not what. */
const hollow = new Set(
	'a an and any all are as at be by for from in into is it its of on or that the their this to with use using used add implement implementing design designing create creating build building ensure proper properly appropriate define provide include plan set up make via where when each every'.split(
		' ',
	),
);

/**
 * Puts statements together that name the same concept of their topic; those without a concept, where
 * their words that carry meaning are the same. Most agreed first; else in the order of `concepts`,
 * then as the documents have them.
 */
export function groupByAgreement(statements: Sourced[], concepts: string[]): Agreement[] {
	const stem = makeStemmer();
	const groups = Map.groupBy(statements, ({ statement }) =>
		statement.concept ? `concept ${statement.concept}` : `words ${getContentKey(statement, stem)}`,
	);
	const rank = new Map(concepts.map((concept, i) => [concept, i]));
	const rankOf = ({ concept }: Agreement): number =>
		concept === undefined ? concepts.length : (rank.get(concept) ?? concepts.length);
	return [...groups.values()]
		.map(makeAgreement)
		.sort((a, b) => b.sources - a.sources || rankOf(a) - rankOf(b));
}

function makeAgreement(members: Sourced[]): Agreement {
	const concept = members[0]?.statement.concept;
	return { ...(concept && { concept }), members, sources: countSources(members) };
}

/** Returns the number of different documents. */
export function countSources(members: Sourced[]): number {
	return new Set(members.map(({ document }) => document.id)).size;
}

/** The statement's meaningful stems, sorted; the whole text where it has none. */
function getContentKey({ text }: Statement, stem: (word: string) => string): string {
	const words = splitWords(text).filter((word) => !hollow.has(word));
	return words.length === 0 ? text : [...new Set(words.map(stem))].sort().join(' ');
}
