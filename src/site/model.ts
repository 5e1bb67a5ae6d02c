import { getCollection } from 'astro:content';
import type { RenderedArticle } from '../collections/article-loader.ts';
import { type ArticleKind, articleKinds } from '../articles/model.ts';
import type { StoredFile } from '../collections/document-loader.ts';
import type { RenderedText } from '../collections/entry-loader.ts';
import { makeShare, readKept, type Share } from '../collections/kept-files.ts';
import type { Registry, RenderedRule } from '../collections/rule-loader.ts';
import type { Term, Topic } from '../collections/schemas.ts';
import type { Finding } from '../ingest/findings.ts';
import type { Document } from '../ingest/model.ts';
import type { Pack } from '../rules/packs.ts';

/** An entry of a folder of content, its text rendered. */
export type Rendered<Data> = Data & RenderedText & { slug: string };

/** All of the site's content, in the order in which it is shown. */
export interface SiteModel {
	documents: Document[];
	topics: Rendered<Topic>[];
	terms: Rendered<Term>[];
	packs: Rendered<Pack>[];
	/** In the order of kinds, then of titles. */
	articles: RenderedArticle[];
	/** In the order of topics, then of codes; withdrawn ones among them. */
	rules: RenderedRule[];
	registry: Registry;
	findings: Finding[];
}

let model: Promise<SiteModel> | undefined;

/**
 * Returns the site's content. Pages of one build share it; the dev server reads it anew for each page.
 * This is the only place that asks Astro for collections.
 */
export function getSiteModel(): Promise<SiteModel> {
	if (import.meta.env.DEV) return readSiteModel();
	return (model ??= readSiteModel());
}

async function readSiteModel(): Promise<SiteModel> {
	const [documents, topics, terms, articles, packs, rules, registry] = await Promise.all([
		getCollection('documents'),
		getCollection('topics'),
		getCollection('glossary'),
		getCollection('articles'),
		getCollection('packs'),
		getCollection('rules'),
		getCollection('registry'),
	]);
	const kinds = Object.keys(articleKinds) as ArticleKind[];
	const order = new Map(topics.map(({ id, data }) => [id, data.order]));
	const orderOf = ({ topic }: RenderedRule): number => order.get(topic) ?? order.size + 1;
	const stored = documents.map(({ data }) => data);
	const share = makeShare();
	return {
		documents: stored
			.flatMap((entry) => ('name' in entry ? readDocuments(entry, share) : []))
			.sort((a, b) => a.path.localeCompare(b.path, 'en') || a.range[0] - b.range[0]),
		topics: topics.map(({ id, data }) => ({ ...data, slug: id })).sort((a, b) => a.order - b.order),
		terms: terms
			.map(({ id, data }) => ({ ...data, slug: id }))
			.sort((a, b) => a.term.localeCompare(b.term, 'en', { sensitivity: 'base' })),
		articles: articles
			.map(({ data }) => data)
			.sort(
				(a, b) =>
					kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
					a.data.title.localeCompare(b.data.title, 'en', { sensitivity: 'base' }),
			),
		packs: packs.map(({ id, data }) => ({ ...data, slug: id })).sort((a, b) => a.order - b.order),
		rules: rules
			.map(({ data }) => data)
			.sort((a, b) => orderOf(a) - orderOf(b) || (a.id < b.id ? -1 : 1)),
		registry: registry[0]?.data ?? {
			standards: {},
			technologies: {},
			thesaurus: [],
			ledger: { rules: {}, releases: [] },
			snippets: [],
		},
		findings: stored.flatMap((entry) => ('findings' in entry ? entry.findings : [])),
	};
}

function readDocuments({ folder, name }: StoredFile, share: Share): Document[] {
	const kept = readKept(folder, name, share);
	if (kept !== undefined) return kept.documents;
	throw new Error(
		`${folder} lacks ${name}.json, or a part of it: another run emptied the cache. Build again.`,
	);
}

/** Returns the guide's pages as written, by their path: "guide/cite". */
export async function getGuide(): Promise<
	{ id: string; title: string; description: string; body: string }[]
> {
	const pages = await getCollection('docs');
	return pages.map(({ id, data, body = '' }) => ({
		id,
		title: data.title,
		description: data.description ?? '',
		body,
	}));
}
