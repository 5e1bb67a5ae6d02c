import { compareFindings, type Finding, makeFinding } from '../ingest/findings.ts';
import { checks } from './checks/checks.ts';
import { findSnippets } from './find.ts';
import { checkKinds, type CheckName, checkNames } from './kinds.ts';
import type { Check, CheckSettings, Problem, Snippet, SnippetPage } from './model.ts';

/** What became of the code blocks of some pages. */
export interface SnippetResult {
	findings: Finding[];
	/** Checks that this machine cannot do, with the reason: nothing is known of their blocks. */
	missing: Partial<Record<CheckName, string>>;
}

/**
 * Checks every code block of the pages. One check after the other, so that the tools are not at work in
 * memory together.
 */
export async function checkSnippets(
	pages: SnippetPage[],
	settings: CheckSettings = {},
): Promise<SnippetResult> {
	const snippets = pages.flatMap(findSnippets);
	const findings = snippets.flatMap(checkInfo);
	const missing: SnippetResult['missing'] = {};
	for (const name of checkNames) {
		const own = snippets.filter(({ check }) => check === name);
		if (own.length === 0) continue;
		const check = await loadCheck(name, settings);
		if (typeof check === 'string') {
			missing[name] = check;
			continue;
		}
		const problems = await check.findProblems(own, settings);
		findings.push(...problems.map((problem) => toFinding(problem, name)));
	}
	return { findings: findings.sort(compareFindings), missing };
}

/** Returns the pages whose code blocks are all right. Nothing is known of a block whose check is missing. */
export function getRightPages(pages: SnippetPage[], result: SnippetResult): SnippetPage[] {
	const wrong = new Set(result.findings.map(({ file }) => file));
	return pages.filter((page) => {
		const snippets = findSnippets(page);
		const isKnown = snippets.every(({ check }) => !check || result.missing[check] === undefined);
		return snippets.length > 0 && isKnown && !wrong.has(page.file);
	});
}

/** Returns the check, or why this machine cannot do it. */
async function loadCheck(name: CheckName, settings: CheckSettings): Promise<Check | string> {
	try {
		const check = await checks[name]();
		return check.explainMissing?.(settings) ?? check;
	} catch (error) {
		const isMissing =
			error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
		if (!isMissing) throw error;
		return `${/'([^']+)'/.exec(error.message)?.[1] ?? 'a package'} is not installed`;
	}
}

function checkInfo({ file, line, column, wrong }: Snippet): Finding[] {
	return wrong ? [makeFinding('snippet-unknown', { file, line, column }, wrong)] : [];
}

function toFinding({ snippet, line, column, message }: Problem, check: CheckName): Finding {
	const place = {
		file: snippet.file,
		// Some tools put what is missing at the end on a line of its own.
		line: snippet.line + Math.min(line, snippet.text.split('\n').length),
		column: snippet.column - 1 + column,
	};
	const found = message.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
	return makeFinding('snippet-invalid', place, { check, tool: checkKinds[check].tool, found });
}
