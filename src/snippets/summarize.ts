import { findSnippets } from './find.ts';
import { checkKinds, type CheckName, checkNames } from './kinds.ts';
import type { Snippet, SnippetPage } from './model.ts';

/** A block as readers see it in a list. */
export interface SnippetRow {
	/** Line of the opening fence in the file. */
	line: number;
	language: string;
	/** The check with its title and tool; undefined for a block that is shown without one. */
	check: { name: CheckName; title: string; tool: string } | undefined;
	/** Why it is shown without a check. */
	reason: string | undefined;
	/** SQLSTATE that it has to fail with. */
	error: string | undefined;
}

export interface PageSummary {
	file: string;
	snippets: SnippetRow[];
}

/** How many blocks there are of a kind. */
export interface CheckCount {
	name: CheckName;
	title: string;
	tool: string;
	count: number;
}

export interface ReasonCount {
	language: string;
	reason: string;
	count: number;
}

/** Returns the blocks of each page that has some, with what checks them or why nothing does. */
export function summarizeSnippets(pages: SnippetPage[]): PageSummary[] {
	return pages
		.map((page) => ({ file: page.file, snippets: findSnippets(page).map(toRow) }))
		.filter(({ snippets }) => snippets.length > 0);
}

/** Counts blocks by what checks them, in the order of the table of checks. */
export function countChecks(snippets: Pick<Snippet, 'check'>[]): CheckCount[] {
	return checkNames
		.map((name) => ({
			name,
			...checkKinds[name],
			count: snippets.filter(({ check }) => check === name).length,
		}))
		.filter(({ count }) => count > 0);
}

/** Counts the blocks that are shown without a check, by language and reason; most first. */
export function countReasons(snippets: Pick<Snippet, 'language' | 'reason'>[]): ReasonCount[] {
	const counts = new Map<string, ReasonCount>();
	for (const { language, reason } of snippets) {
		if (reason === undefined) continue;
		const key = `${language} ${reason}`;
		const known = counts.get(key);
		if (known) known.count++;
		else counts.set(key, { language, reason, count: 1 });
	}
	return [...counts.values()].sort((a, b) => b.count - a.count);
}

function toRow({ line, language, check, reason, error }: Snippet): SnippetRow {
	return {
		line,
		language,
		check: check && { name: check, ...checkKinds[check] },
		reason,
		error,
	};
}
