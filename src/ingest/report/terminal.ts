import type { Finding } from '../findings.ts';
import type { IngestResult } from '../index.ts';
import type { Document } from '../model.ts';

/** Statements without a topic that are listed at most; the JSON report has all. */
const listed = 20;

/** Returns the report for people: documents, what was not understood, findings, totals. */
export function formatReport({ documents, findings }: Omit<IngestResult, 'files'>): string {
	const blocks = [
		documents.map(formatDocument).join('\n'),
		formatUnsorted(documents),
		formatFindings(findings),
		formatTotals(documents, findings),
	];
	return blocks.filter((block) => block !== '').join('\n\n');
}

/** Returns findings as an author reads them: place, what, what to do. Info only as a count. */
export function formatFindings(findings: Finding[]): string {
	const shown = findings.filter((finding) => finding.severity !== 'info');
	const info = findings.length - shown.length;
	const lines = shown.map(
		({ severity, code, file, line, column, message, help }) =>
			`${file}:${line}:${column}  ${severity}  ${code}\n  ${message}\n  ${help}`,
	);
	if (info > 0) lines.push(`${info} notes (see --json for each)`);
	return lines.join('\n');
}

/** Returns "2 errors, 1 warning". */
export function countFindings(findings: Finding[]): string {
	const count = (severity: Finding['severity'], word: string): string => {
		const n = findings.filter((finding) => finding.severity === severity).length;
		return `${n} ${word}${n === 1 ? '' : 's'}`;
	};
	return `${count('error', 'error')}, ${count('warning', 'warning')}`;
}

function formatDocument({ id, path, range, lines, statements, lost }: Document): string {
	const sorted = statements.filter((statement) => statement.topic !== null).length;
	return [
		`${path}:${range[0]}-${range[1]}  ${id}`,
		`  ${lines.text} lines of text: ${lines.kept} in statements, ${lines.skipped.length} skipped with a reason, ${lost.length} lost`,
		`  ${statements.length} statements: ${sorted} sorted, ${statements.length - sorted} unsorted`,
	].join('\n');
}

function formatUnsorted(documents: Document[]): string {
	const unsorted = documents.flatMap((document) =>
		document.statements
			.filter((statement) => statement.topic === null)
			.map(
				({ line, column, text }) => `  ${document.path}:${line}:${column}  ${text.slice(0, 100)}`,
			),
	);
	if (unsorted.length === 0) return '';
	const more = unsorted.length > listed ? [`  … and ${unsorted.length - listed} more`] : [];
	return [
		'Unsorted: no heading and no word of the vocabulary decides',
		...unsorted.slice(0, listed),
		...more,
	].join('\n');
}

function formatTotals(documents: Document[], findings: Finding[]): string {
	const statements = documents.flatMap((document) => document.statements);
	const unsorted = statements.filter((statement) => statement.topic === null).length;
	const lost = documents.reduce((sum, document) => sum + document.lost.length, 0);
	const tied = statements.filter((statement) => statement.ties.length > 0).length;
	const share = statements.length === 0 ? 0 : (100 * unsorted) / statements.length;
	return `${documents.length} documents, ${statements.length} statements, ${unsorted} unsorted (${share.toFixed(1)} %), ${tied} tied to rules, ${lost} lines lost; ${countFindings(findings)}`;
}
