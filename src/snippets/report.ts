import type { SnippetResult } from './check.ts';
import type { Snippet } from './model.ts';
import { countChecks, countReasons } from './summarize.ts';

/** Returns a table for the terminal: what was checked by which tool, and what was not, by reason. */
export function formatSnippets(snippets: Snippet[], { missing }: SnippetResult): string {
	const rows = countChecks(snippets).map(({ name, tool, count }) => {
		const skipped = missing[name];
		return [name, skipped ? `not checked: ${skipped}` : tool, String(count)];
	});
	const shown = countReasons(snippets).map(({ language, reason, count }) => [
		language,
		reason,
		String(count),
	]);
	return [
		formatTable([['check', 'tool', 'snippets'], ...rows]),
		formatTable([['shown without a check', 'reason', 'snippets'], ...shown]),
	].join('\n\n');
}

function formatTable(rows: string[][]): string {
	const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
	return rows
		.map((row) =>
			row
				.map((cell, i) => cell.padEnd(widths[i] ?? 0))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}
