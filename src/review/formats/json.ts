import { formatVersion, type Review } from '../model.ts';
import { explainVersion, type ReadResult, readReview } from './shape.ts';

const format = 'plumbline-review';

/** Returns a review as JSON, its keys in order: two equal reviews give equal texts. */
export function formatJson(review: Review): string {
	const { id, name, created, release, scope, leftOut, items } = review;
	const sorted = Object.fromEntries(
		Object.entries(items)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([code, item]) => {
				const { revision, answer, reason, evidence, note, edits } = item;
				return [code, { revision, answer, reason, evidence, note, edits: sortKeys(edits) }];
			}),
	);
	const ordered = { id, name, created, release, scope, leftOut, items: sorted };
	return `${JSON.stringify({ format, version: formatVersion, review: ordered }, null, '\t')}\n`;
}

function sortKeys(record: Readonly<Record<string, number>>): Record<string, number> {
	return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Reads what `formatJson` wrote. */
export function parseJson(text: string): ReadResult {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return { problem: 'This is no review: the text is no JSON. It may have been cut off.' };
	}
	if (typeof data !== 'object' || data === null || !('format' in data) || data.format !== format) {
		return { problem: `This is no review: the JSON is of another kind, expected “${format}”.` };
	}
	const problem = explainVersion('version' in data ? data.version : undefined);
	if (problem !== undefined) return { problem };
	return readReview('review' in data ? data.review : undefined);
}
