import { formatReviewCsv } from '../../review/formats/csv.ts';
import { formatJson, parseJson } from '../../review/formats/json.ts';
import { decodeReview } from '../../review/formats/link.ts';
import { formatMarkdown, formatTasks, parseMarkdown } from '../../review/formats/markdown.ts';
import type { ReadResult } from '../../review/formats/shape.ts';
import { saveFile } from '../save-file.ts';
import { type Catalog, cleanName, type Review } from '../../review/model.ts';

/** Characters of a file that is read; more is no review. */
const longest = 8_000_000;

/** The forms in which a review is handed over, by the ending of their file. */
export const formats = {
	md: { type: 'text/markdown', write: formatMarkdown },
	tasks: { type: 'text/markdown', write: formatTasks },
	csv: { type: 'text/csv', write: formatReviewCsv },
	json: { type: 'application/json', write: formatJson },
} satisfies Record<
	string,
	{ type: string; write: (review: Review, catalog: Catalog, base: string) => string }
>;

export type Format = keyof typeof formats;

/** Offers a review as a file. */
export function download(review: Review, format: Format, text: string): void {
	const name = cleanName(review.name).replace(/[^\p{L}\p{N}]+/gu, '-');
	const ending = format === 'tasks' ? 'tasks.md' : format;
	// A spreadsheet takes a file without this mark for another encoding.
	const mark = format === 'csv' ? '\uFEFF' : '';
	saveFile(`review-${name.replace(/^-|-$/g, '')}.${ending}`, formats[format].type, mark, text);
}

/** Reads a review in any form that can be read back: JSON, a link, or Markdown. */
export async function readText(
	text: string,
	makeId: () => string,
	today: string,
): Promise<ReadResult> {
	if (text.trim() === '') return { problem: 'There is no text to read.' };
	if (text.length > longest) return { problem: 'This is no review: the text is too long.' };
	if (/^\s*[{[]/.test(text)) return parseJson(text);
	const [, data] = /^\s*\S*#share=(\S*)\s*$/.exec(text) ?? [];
	return data === undefined ? parseMarkdown(text, makeId, today) : decodeReview(data);
}
