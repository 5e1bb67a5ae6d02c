import { type ArticleLink, toArticleLink } from './articles/links.ts';
import { citeHeadings } from './headings.ts';
import type { Document, FrontMatterEntry } from '../ingest/model.ts';
import { isActive } from '../rules/model.ts';
import { countSources } from './agreement.ts';
import { getSiteModel, type SiteModel } from './model.ts';
import { documentsNamed, type Indexed, makeIndexed } from './search/indexed.ts';
import { urlOfDocument, urlOfTopic } from './urls.ts';

export interface SourceLink {
	title: string;
	url: string;
	path: string;
	description: string;
	statements: number;
	topics: number;
}

export interface SourceView {
	title: string;
	description: string;
	html: string;
	/** What the text search knows of it beside its words. */
	indexed: Indexed;
	/** Front matter, shown as data of the document. */
	frontMatter: FrontMatterEntry[];
	/** "129 lines of text: 114 in statements, 15 skipped, none lost" */
	account: string;
	headings: { depth: number; slug: string; text: string }[];
	topics: { title: string; url: string; count: number }[];
	previous: { title: string; url: string } | undefined;
	next: { title: string; url: string } | undefined;
	/** The role that the document describes: what to read next. */
	role: ArticleLink | undefined;
}

/** Headings in the table of contents at most; a longer one is no help. */
const headingsShown = 80;

/** Returns every document with its numbers, in order. */
export async function getSourceLinks(): Promise<SourceLink[]> {
	const { documents } = await getSiteModel();
	return documents.map((document) => ({
		title: document.title,
		url: urlOfDocument(document),
		path: document.path,
		description: getDescription(document),
		statements: document.statements.length,
		topics: new Set(document.statements.map(({ topic }) => topic).filter(Boolean)).size,
	}));
}

/** Returns the ids of all documents, in order. */
export async function getSourceIds(): Promise<string[]> {
	const { documents } = await getSiteModel();
	return documents.map(({ id }) => id);
}

/** Returns the view of a document's page. It is made when the page is: all of them at once are too much. */
export async function getSourceView(id: string): Promise<SourceView> {
	const model = await getSiteModel();
	const { documents, topics, articles } = model;
	const i = getPositions(model).get(id);
	const document = documents[i ?? -1];
	if (i === undefined || !document) throw new Error(`Unexpected id “${id}”, expected a document's`);
	const { html } = document;
	return {
		title: document.title,
		description: getDescription(document),
		html: citeHeadings(html),
		indexed: getIndexed(document, html, topics, documents.length),
		frontMatter: document.frontMatter,
		account: formatAccount(document),
		headings: getHeadings(document),
		topics: countTopics(document, topics),
		previous: toLink(documents[i - 1]),
		next: toLink(documents[i + 1]),
		role: articles
			.filter(({ kind, data }) => kind === 'role' && 'document' in data && data.document === id)
			.map(toArticleLink)[0],
	};
}

let kept: { model: SiteModel; positions: Map<string, number> } | undefined;

/** Positions of documents by their ids; found once for all pages. */
function getPositions(model: SiteModel): Map<string, number> {
	if (kept?.model !== model) {
		kept = { model, positions: new Map(model.documents.map(({ id }, i) => [id, i])) };
	}
	return kept.positions;
}

function toLink(document: Document | undefined): { title: string; url: string } | undefined {
	return document && { title: document.title, url: urlOfDocument(document) };
}

/** Topics that the document has statements of, those with the most first. */
function countTopics(document: Document, topics: SiteModel['topics']): SourceView['topics'] {
	return topics
		.map((topic) => ({
			title: topic.title,
			url: urlOfTopic(topic.slug),
			count: document.statements.filter((statement) => statement.topic === topic.slug).length,
		}))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count);
}

/** Numbers of rules, statements, documents and topics. */
export async function getCorpusSize(): Promise<{
	rules: number;
	statements: number;
	sources: number;
	topics: number;
}> {
	const { documents, topics, rules } = await getSiteModel();
	const all = documents.flatMap((document) =>
		document.statements.map((statement) => ({ document, statement })),
	);
	return {
		rules: rules.filter(isActive).length,
		statements: all.length,
		sources: countSources(all),
		topics: topics.length,
	};
}

function getIndexed(
	{ id, statements }: Document,
	html: string,
	topics: SiteModel['topics'],
	count: number,
): Indexed {
	const prefixes = new Map(topics.map(({ slug, prefix }) => [slug, prefix]));
	const byAnchor = new Map(statements.map(({ anchor, topic }) => [anchor, topic ?? '']));
	const anchors = [...html.matchAll(/ id="(s-[^"]+)"/g)].map(([, anchor = '']) => anchor);
	return makeIndexed({
		kind: 'source',
		topics: [...new Set(byAnchor.values())].filter((topic) => topic !== ''),
		sources: count <= documentsNamed ? [id] : [],
		document: {
			id,
			topics: anchors.map((anchor) => prefixes.get(byAnchor.get(anchor) ?? '') ?? '-').join(' '),
		},
	});
}

function getDescription(document: Document): string {
	const described = document.frontMatter.find(({ key }) => key === 'description')?.value;
	const text = described ?? document.statements[0]?.text ?? '';
	const [sentence = ''] = /^[\s\S]*?[.!?](?=\s|$)/.exec(text) ?? [text];
	return sentence.length > 220 ? `${sentence.slice(0, 217).trimEnd()}…` : sentence;
}

function formatAccount({ lines, lost }: Document): string {
	const none = lost.length === 0 ? 'none lost' : `${lost.length} lost`;
	return `${lines.text} lines of text: ${lines.kept} in statements, ${lines.skipped.length} in headings and marks, ${none}`;
}

function getHeadings({ headings }: Document): SourceView['headings'] {
	const shift = headings.some(({ depth }) => depth === 1) ? 1 : 0;
	return headings
		.map(({ depth, anchor, text }) => ({ depth: Math.min(6, depth + shift), slug: anchor, text }))
		.slice(0, headingsShown);
}
