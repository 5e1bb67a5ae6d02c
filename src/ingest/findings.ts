import type { FindingKind, Severity } from './finding-kinds/kind.ts';
import { type FindingCode, findingKinds } from './finding-kinds.ts';
import type { Place } from './model.ts';

/** A problem in the content, with its place in the author's file. */
export interface Finding {
	code: FindingCode;
	/** Code of the rule that it is about, if it is about one. */
	rule?: string;
	severity: Severity;
	file: string;
	line: number;
	column: number;
	message: string;
	help: string;
}

/**
 * Returns a finding of the given kind at the given place.
 *
 * `severity` replaces the kind's own where the same problem weighs differently: a dead link is a
 * warning in a document that somebody handed in and an error in the site's own text.
 */
export function makeFinding(
	code: FindingCode,
	place: Place,
	args: Record<string, string> = {},
	severity?: Severity,
): Finding {
	const kind: FindingKind = findingKinds[code];
	return {
		code,
		...(args.code !== undefined && { rule: args.code }),
		severity: severity ?? kind.severity,
		...place,
		message: `${kind.message(args)}.`,
		help: kind.help,
	};
}

/** Orders findings as a reader works through them: by file, line, column, then code. */
export function compareFindings(a: Finding, b: Finding): number {
	return (
		compareText(a.file, b.file) ||
		a.line - b.line ||
		a.column - b.column ||
		compareText(a.code, b.code)
	);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
