import type { Document } from '../../ingest/model.ts';
import { align } from './align.ts';
import { hasTerms, makeFitMeasure } from './measure-fit.ts';
import type { Fact } from './parse-facts.ts';
import { readSpots, type Spot } from './read-spots.ts';

/** A fact, and the part of a document that states it, if any does. */
export interface Placing {
	fact: Fact;
	spot?: Spot;
}

/** What a step that is unlikely costs, in the measure of fit. */
const costs = { sameLine: 0.4, nextLine: 0.3, skippedStatement: 0.2 };

/**
 * Returns for each fact the part of a document that states it. A document says the same as its seed in the
 * same order; so the facts of a seed, in theirs, are laid along its documents as a whole. A fact whose terms
 * are not all in the document is stated nowhere.
 */
export function placeFacts(facts: Fact[], documents: Document[]): Placing[] {
	const placings = [...Map.groupBy(facts, ({ seed }) => seed)].flatMap(([seed, own]) =>
		placeSeed(
			own.toSorted((a, b) => a.line - b.line),
			documents.filter(({ frontMatter }) =>
				frontMatter.some(({ key, value }) => key === 'origin' && value === seed),
			),
		),
	);
	const byFact = new Map(placings.map((placing) => [placing.fact, placing]));
	return facts.map((fact) => byFact.get(fact) ?? { fact });
}

function placeSeed(facts: Fact[], documents: Document[]): Placing[] {
	// Files are sorted by name; which role a seed of several begins with shows by what fits.
	const [best] = listOrders(documents.map(readSpots))
		.map((order) => alignFacts(facts, order.flat()))
		.sort((a, b) => b.total - a.total);
	return facts.map((fact, row) => {
		const spot = best?.spots[row];
		return spot && isStated(fact, spot) ? { fact, spot } : { fact };
	});
}

function alignFacts(facts: Fact[], spots: Spot[]): { total: number; spots: (Spot | undefined)[] } {
	const measure = makeFitMeasure(spots);
	const statementsBefore = [0];
	for (const { statement } of spots) {
		statementsBefore.push((statementsBefore.at(-1) ?? 0) + (statement ? 1 : 0));
	}
	const { total, columns } = align(facts.map(measure), (row, from, to) => {
		const isSameLine = facts[row - 1]?.line === facts[row]?.line;
		// A line of a seed is one part of a document, as a rule, and the next line the next part.
		if (from === to) return isSameLine ? 0 : costs.nextLine;
		const skipped = (statementsBefore[to] ?? 0) - (statementsBefore[from + 1] ?? 0);
		return skipped * costs.skippedStatement + (isSameLine ? costs.sameLine : 0);
	});
	return { total, spots: columns.map((column) => spots[column]) };
}

function isStated(fact: Fact, { document, above, text, inside }: Spot): boolean {
	return [
		`${above} ${text} ${inside}`,
		// What sums up a list or counts it may have its words anywhere.
		[
			...document.frontMatter.map(({ key, value }) => `${key}: ${value}`),
			...document.headings.map((heading) => heading.text),
			...document.statements.map((statement) => `${statement.kind} ${statement.text}`),
		].join(' '),
	].some((each) => hasTerms(fact, each));
}

function listOrders<T>(items: T[]): T[][] {
	if (items.length < 2) return [items];
	return items.flatMap((item, i) =>
		listOrders(items.toSpliced(i, 1)).map((rest) => [item, ...rest]),
	);
}
