import type { Finding } from '../ingest/findings.ts';
import type { Document } from '../ingest/model.ts';
import { getSiteModel, type SiteModel } from './model.ts';
import { getRuleLinks, type RuleLink } from './rules/links.ts';
import { urlOfDocument, urlOfStatement, urlOfTopic } from './urls.ts';

/** Up to this many documents are the columns of the picture; more become its rows. */
const columnsAtMost = 8;
/** Documents in one table at most. */
const rowsPerPage = 100;
const unsortedShown = 200;

export interface Header {
	title: string;
	/** Shown where there is little room. */
	short: string;
	url: string;
}

export interface Cell {
	count: number;
	/** 0 to 5: how dark the picture shows it; a step for each doubling. */
	level: number;
	label: string;
}

export interface CoverageTable {
	caption: string;
	columns: Header[];
	rows: (Header & { cells: Cell[]; total: number })[];
}

export interface CoverageView {
	table: CoverageTable;
	totals: { statements: number; sources: number; unsorted: number; tied: number; lost: number };
	/** Rules that at least two documents state, the most agreed first. */
	agreed: RuleLink[];
	/** Rules that no document states: they stand on standards. */
	unstated: RuleLink[];
	unsorted: { text: string; url: string; source: string; line: number }[];
	unsortedMore: number;
	findings: Finding[];
	page: number;
	pages: { number: number; url: string }[];
}

/** Returns the pages of the coverage picture; one page for a corpus of usual size. */
export async function getCoverageViews(): Promise<CoverageView[]> {
	const model = await getSiteModel();
	const slices =
		model.documents.length <= columnsAtMost
			? [model.documents]
			: chunk(model.documents, rowsPerPage);
	const pages = slices.map((_, i) => ({
		number: i + 1,
		url: i === 0 ? '/coverage/' : `/coverage/${i + 1}/`,
	}));
	const shared = makeShared(model, await getRuleLinks());
	return slices.map((documents, i) => ({
		...shared,
		table: makeTable(documents, model),
		page: i + 1,
		pages,
	}));
}

/** Returns the picture of a small corpus, for the home page; undefined where it would be too large. */
export async function getCoveragePicture(): Promise<CoverageTable | undefined> {
	const model = await getSiteModel();
	return model.documents.length <= columnsAtMost ? makeTable(model.documents, model) : undefined;
}

function makeShared(
	model: SiteModel,
	rules: RuleLink[],
): Omit<CoverageView, 'table' | 'page' | 'pages'> {
	const statedBy = ({ agreement }: RuleLink): number => Number.parseInt(agreement, 10);
	const unsorted = model.documents.flatMap((document) =>
		document.statements
			.filter(({ topic }) => topic === null)
			.map((statement) => ({
				text: statement.text,
				url: urlOfStatement(document, statement),
				source: document.title,
				line: statement.line,
			})),
	);
	return {
		totals: {
			statements: model.documents.reduce((sum, { statements }) => sum + statements.length, 0),
			sources: model.documents.length,
			unsorted: unsorted.length,
			tied: model.documents
				.flatMap(({ statements }) => statements)
				.filter(({ ties }) => ties.length > 0).length,
			lost: model.documents.reduce((sum, { lost }) => sum + lost.length, 0),
		},
		agreed: rules.filter((rule) => statedBy(rule) > 1).sort((a, b) => statedBy(b) - statedBy(a)),
		unstated: rules.filter((rule) => statedBy(rule) === 0),
		unsorted: unsorted.slice(0, unsortedShown),
		unsortedMore: Math.max(0, unsorted.length - unsortedShown),
		findings: model.findings.filter(({ severity }) => severity !== 'info').slice(0, unsortedShown),
	};
}

function makeTable(documents: Document[], { topics }: SiteModel): CoverageTable {
	const topicHeaders = topics.map(({ slug, title, prefix }): Header & { slug: string } => ({
		slug,
		title,
		short: prefix,
		url: urlOfTopic(slug),
	}));
	const documentHeaders = documents.map((document, i) => ({
		document,
		title: document.title,
		short: String(i + 1),
		url: urlOfDocument(document),
	}));
	const count = (document: Document, slug: string): number =>
		document.statements.filter(({ topic }) => topic === slug).length;
	const isWide = documents.length <= columnsAtMost;
	const [rows, columns] = isWide
		? [topicHeaders, documentHeaders]
		: [documentHeaders, topicHeaders];
	return {
		caption: 'Number of statements by topic and source document',
		columns,
		rows: rows.map((row) => {
			const counts = columns.map((column) =>
				'slug' in row
					? 'document' in column
						? count(column.document, row.slug)
						: 0
					: 'slug' in column
						? count(row.document, column.slug)
						: 0,
			);
			return {
				title: row.title,
				short: row.short,
				url: row.url,
				cells: counts.map((n, i) => makeCell(n, row.title, columns[i]?.title ?? '')),
				total: counts.reduce((sum, n) => sum + n, 0),
			};
		}),
	};
}

function makeCell(count: number, row: string, column: string): Cell {
	const level = count === 0 ? 0 : Math.min(5, 1 + Math.floor(Math.log2(count)));
	return { count, level, label: `${row}, ${column}: ${count}` };
}

function chunk<Item>(items: Item[], size: number): Item[][] {
	return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
		items.slice(i * size, (i + 1) * size),
	);
}
