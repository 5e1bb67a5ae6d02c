import { hasTerms } from './measure-fit.ts';
import type { Fact } from './parse-facts.ts';

/**
 * Returns the facts that no single page of the site's own states: none of the texts, with markup gone, has
 * all of their terms.
 */
export function findUnstated(facts: Fact[], pages: string[]): Fact[] {
	const plain = pages.map((page) => page.replace(/[*`]/g, '').replace(/\s+/g, ' '));
	return facts.filter((fact) => !plain.some((page) => hasTerms(fact, page)));
}
