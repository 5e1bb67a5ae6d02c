import type { Finding } from '../findings.ts';
import type { IngestResult } from '../index.ts';
import type { Document, SkippedLine } from '../model.ts';

/** The ingest report: what a program reads. Its shape is a contract, described in the guide. */
export interface Report {
	documents: ReportedDocument[];
	totals: { documents: number; statements: number; unsorted: number; tied: number; lost: number };
	findings: Omit<Finding, 'help'>[];
}

interface ReportedDocument {
	id: string;
	title: string;
	path: string;
	lines: { text: number; kept: number; skipped: SkippedLine[] };
	statements: {
		anchor: string;
		line: number;
		text: string;
		kind: string;
		topic: string | null;
		rules: string[];
		how: string;
	}[];
}

/** Returns the report of a run. */
export function makeReport({ documents, findings }: Omit<IngestResult, 'files'>): Report {
	const statements = documents.flatMap((document) => document.statements);
	return {
		documents: documents.map(reportDocument),
		totals: {
			documents: documents.length,
			statements: statements.length,
			unsorted: statements.filter((statement) => statement.topic === null).length,
			tied: statements.filter((statement) => statement.ties.length > 0).length,
			lost: documents.reduce((sum, document) => sum + document.lost.length, 0),
		},
		findings: findings.map(({ code, severity, file, line, column, message }) => ({
			code,
			severity,
			file,
			line,
			column,
			message,
		})),
	};
}

function reportDocument(document: Document): ReportedDocument {
	return {
		id: document.id,
		title: document.title,
		path: document.path,
		lines: document.lines,
		statements: document.statements.map(({ anchor, line, text, kind, topic, ties, how }) => ({
			anchor,
			line,
			text,
			kind,
			topic,
			rules: ties.map(({ rule }) => rule),
			how,
		})),
	};
}
