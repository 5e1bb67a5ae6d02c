import type { Document, Statement } from '../../ingest/model.ts';

/** A fact that a seed document states, as the table of facts has it. */
export interface Fact {
	id: string;
	/** File name of the seed. */
	seed: string;
	/** Line in the seed. */
	line: number;
	/** What sort of fact it is: "practice", "template" … */
	kind: string;
	/** All of them are found where the fact is stated. */
	terms: RegExp[];
}

/** Where a fact is stated on the site, and the rules that it supports. */
export interface PlacedFact {
	id: string;
	/** `document#anchor`, or the document alone for a fact of its front matter. Empty: nowhere. */
	place: string;
	rules: string[];
	/** Where a reader finds it if no rule does: a topic page, or the role's own page. */
	elsewhere: string;
}

/** Statements around one that may state a fact together, at most: a list with the line that leads in. */
const widest = 9;

/** Reads the table of facts: tab-separated, with the columns id, seed, line, kind and terms. */
export function parseFacts(text: string): Fact[] {
	const [head = '', ...lines] = text.trimEnd().split('\n');
	const columns = head.split('\t');
	return lines.map((line) => {
		const values = line.split('\t');
		const get = (name: string): string => values[columns.indexOf(name)] ?? '';
		return {
			id: get('id'),
			seed: get('seed'),
			line: Number(get('line')),
			kind: get('kind'),
			terms: get('terms')
				.split(' | ')
				.map((term) => new RegExp(term, 'is')),
		};
	});
}

/**
 * Returns for each fact the statement that states it: of those in the seed's documents whose text,
 * headings included, has all of its terms, the one nearest to the fact's place in the seed. Where no
 * single statement does, neighbors are taken together, as few as possible.
 */
export function placeFacts(facts: Fact[], documents: Document[]): PlacedFact[] {
	const ends = new Map<string, number>();
	for (const { seed, line } of facts) ends.set(seed, Math.max(ends.get(seed) ?? 0, line));
	return facts.map((fact) => {
		const own = documents.filter(({ frontMatter }) =>
			frontMatter.some(({ key, value }) => key === 'origin' && value === fact.seed),
		);
		return placeFact(fact, fact.line / (ends.get(fact.seed) ?? 1), own);
	});
}

function placeFact(fact: Fact, position: number, documents: Document[]): PlacedFact {
	for (let width = 1; width <= widest; width++) {
		const found = documents
			.flatMap((document, part) =>
				document.statements.map((statement, i) => ({
					document,
					statement,
					window: document.statements.slice(i, i + width),
					position: (part + i / document.statements.length) / documents.length,
				})),
			)
			.filter(({ document, window }) => states(fact, document, window));
		const best = found.sort(
			(a, b) => Math.abs(a.position - position) - Math.abs(b.position - position),
		)[0];
		if (best) {
			const { document, statement, window } = best;
			const rules = [...new Set(window.flatMap(({ ties }) => ties.map(({ rule }) => rule)))];
			const isOfRole = statement.kind === 'context' || statement.topic === null;
			return {
				id: fact.id,
				place: `${document.id}#${statement.anchor}`,
				rules: rules.sort(),
				elsewhere:
					rules.length > 0
						? ''
						: isOfRole
							? `/sources/${document.id}/`
							: `/topics/${statement.topic ?? ''}/`,
			};
		}
	}
	// What sums up a list, or stands in the front matter, is stated by the document as a whole.
	const home = documents.find((document) => states(fact, document, document.statements));
	return {
		id: fact.id,
		place: home?.id ?? '',
		rules: [],
		elsewhere: home ? `/sources/${home.id}/` : '',
	};
}

function states(fact: Fact, document: Document, window: Statement[]): boolean {
	const isWhole = window.length === document.statements.length;
	const texts = window.flatMap(({ path, text, kind }) => [
		...path,
		text,
		...(isWhole ? [kind] : []),
	]);
	const data = isWhole ? document.frontMatter.map(({ key, value }) => `${key}: ${value}`) : [];
	const text = [document.title, ...data, ...texts].join(' ').replace(/\s+/g, ' ');
	return fact.terms.every((term) => term.test(text));
}

/**
 * Returns the facts that no single page of the site's own states: none of the texts, with markup gone, has
 * all of their terms.
 */
export function findUnstated(facts: Fact[], pages: string[]): Fact[] {
	const plain = pages.map((page) => page.replace(/[*`]/g, '').replace(/\s+/g, ' '));
	return facts.filter(({ terms }) => !plain.some((page) => terms.every((term) => term.test(page))));
}
