import { isActive } from '../rules/model.ts';
import { selectRules } from '../rules/select.ts';
import {
	type Catalog,
	type CatalogRule,
	isBlank,
	type PastRevision,
	type Review,
} from './model.ts';

/** A rule whose statement is no longer the one that was answered. */
export interface ChangedRule {
	rule: CatalogRule;
	/** The statement that was answered; undefined where this site does not know that revision. */
	before: string | undefined;
	/** What each revision since did. */
	changes: PastRevision['change'][];
}

/** What became of a review's rules since they were answered. */
export interface Comparison {
	/** Selected by the review's scope, and not in it. */
	added: CatalogRule[];
	changed: ChangedRule[];
	withdrawn: CatalogRule[];
	/** Codes that this site does not have. */
	unknown: string[];
	/** Codes answered in a revision that this site does not have yet. */
	ahead: string[];
}

/** Holds a review against the rules in force. Answers stay as they are. */
export function compareReview(review: Review, catalog: Catalog): Comparison {
	const byCode = new Map(catalog.rules.map((rule) => [rule.id, rule]));
	const comparison: Comparison = {
		added: getSelected(review.scope, catalog).filter(
			({ id }) => !review.items[id] && !review.leftOut.includes(id),
		),
		changed: [],
		withdrawn: [],
		unknown: [],
		ahead: [],
	};
	for (const [code, item] of Object.entries(review.items)) {
		const { revision } = item;
		const rule = byCode.get(code);
		if (!rule) comparison.unknown.push(code);
		else if (rule.withdrawn) comparison.withdrawn.push(rule);
		else if (revision > rule.revision) comparison.ahead.push(code);
		else if (revision < rule.revision && !isBlank(item)) {
			const past = (rule.past ?? []).filter((each) => each.revision >= revision);
			comparison.changed.push({
				rule,
				before: past.find((each) => each.revision === revision)?.statement,
				changes: past.map(({ change }) => change),
			});
		}
	}
	return comparison;
}

/** Returns the rules in force that a scope selects, ordered by damage. */
export function getSelected(scope: Review['scope'], catalog: Catalog): CatalogRule[] {
	return selectRules(catalog.rules.filter(isActive), scope);
}
