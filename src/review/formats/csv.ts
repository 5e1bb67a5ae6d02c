import { formatCsv } from '../../rules/csv.ts';
import { getCitedUrl, getRulePath } from '../citation.ts';
import type { Catalog, Review } from '../model.ts';
import { getRows } from '../rows.ts';

const columns = [
	'code',
	'title',
	'level',
	'damage',
	'topic',
	'statement',
	'answer',
	'reason',
	'evidence',
	'note',
	'revision',
	'url',
];

/** Returns a review as CSV with a header, a row for each rule, ordered by damage. */
export function formatReviewCsv(review: Review, catalog: Catalog, base: string): string {
	const rows = getRows(review, catalog).map(({ code, item, rule, statement }) => [
		code,
		rule?.title ?? '',
		rule?.level ?? '',
		rule?.damage ?? '',
		rule?.topic ?? '',
		statement,
		item.answer,
		item.reason,
		item.evidence,
		item.note,
		String(item.revision),
		getCitedUrl(base, rule?.url ?? getRulePath(code), item.revision),
	]);
	return formatCsv([columns, ...rows]);
}
