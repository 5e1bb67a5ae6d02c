import { makeItem } from '../../review/change.ts';
import { getSelected } from '../../review/compare.ts';
import { type Catalog, cleanName, type Review } from '../../review/model.ts';

/** Returns a review of the rules that a scope selects, not answered yet; undefined where there are none. */
export function makeReview(
	scope: Review['scope'],
	title: string,
	catalog: Catalog,
): Review | undefined {
	const rules = getSelected(scope, catalog);
	if (rules.length === 0) return undefined;
	return {
		id: makeId(),
		name: cleanName(title) || `Review of ${getToday()}`,
		created: getToday(),
		release: catalog.release,
		scope,
		leftOut: [],
		items: Object.fromEntries(rules.map(({ id, revision }) => [id, makeItem(revision)])),
	};
}

/** Returns a name that nobody else has: ten letters and digits. */
export function makeId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(10));
	return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}

/** Returns the date of today in UTC, as `2026-11-21`. */
export function getToday(): string {
	return new Date().toISOString().slice(0, 10);
}
