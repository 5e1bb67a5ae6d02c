import type { Document, Statement } from '../../ingest/model.ts';
import { getSiteModel } from '../model.ts';
import { urlOfDocument, urlOfStatement, urlOfTwin } from '../urls.ts';
import { formatList, formatSection, joinBlocks, toOneLine, type Twin } from './markdown.ts';

/** Returns the twin of every document: in full, each statement as the site reads it, with its rules. */
export async function getSourceTwins(): Promise<Twin[]> {
	const { documents } = await getSiteModel();
	return documents.map((document) => ({
		url: urlOfTwin(urlOfDocument(document)),
		get text() {
			return formatDocument(document);
		},
	}));
}

function formatDocument(document: Document): string {
	const byHeading = Map.groupBy(document.statements, ({ path }) => path.join(' › '));
	const sections = [...byHeading].map(([heading, statements]) =>
		formatSection(
			heading && `## ${heading}`,
			formatList(statements.map((statement) => formatStatement(statement, document))),
		),
	);
	return joinBlocks(`# ${document.title}`, ...sections);
}

function formatStatement(statement: Statement, document: Document): string {
	const rules = statement.ties.map(({ rule }) => rule).join(', ');
	const link = `${toOneLine(statement.text)} ([#](${urlOfStatement(document, statement)}))`;
	return rules === '' ? link : `${link} → ${rules}`;
}
