import { levels } from '../rules/model.ts';
import { type Answer, type Catalog, type Item, lacksReason, type Review } from './model.ts';

/** How many rules have which answer. */
export interface Counts extends Record<Answer, number> {
	total: number;
	/** Answers that need a reason and have none. */
	lacking: number;
}

export interface Progress {
	all: Counts;
	/** Levels and topics that occur, in order. */
	byLevel: { name: string; counts: Counts }[];
	byTopic: { name: string; counts: Counts }[];
}

/** Counts answers. Rules that the catalog does not have count in `all` alone. */
export function getProgress(review: Review, catalog: Catalog): Progress {
	const byCode = new Map(catalog.rules.map((rule) => [rule.id, rule]));
	const entries = Object.entries(review.items);
	const count = (name: string, isIn: (code: string) => boolean): Progress['byLevel'] => {
		const items = entries.filter(([code]) => isIn(code)).map(([, item]) => item);
		return items.length === 0 ? [] : [{ name, counts: countItems(items) }];
	};
	return {
		all: countItems(Object.values(review.items)),
		byLevel: levels.flatMap((level) => count(level, (code) => byCode.get(code)?.level === level)),
		byTopic: catalog.topics.flatMap(({ slug, title }) =>
			count(title, (code) => byCode.get(code)?.topic === slug),
		),
	};
}

function countItems(items: Item[]): Counts {
	const counts: Counts = {
		open: 0,
		met: 0,
		'not met': 0,
		'not applicable': 0,
		total: items.length,
		lacking: 0,
	};
	for (const item of items) {
		counts[item.answer]++;
		if (lacksReason(item)) counts.lacking++;
	}
	return counts;
}
