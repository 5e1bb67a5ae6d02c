import { type ArticleKind, articleKinds, urlOfArticle } from '../../articles/model.ts';
import type { RenderedArticle } from '../../collections/article-loader.ts';
import { getSiteModel } from '../model.ts';

export interface ArticleLink {
	kind: ArticleKind;
	title: string;
	url: string;
	summary: string;
}

/** Articles of one kind, for a list with a heading. */
export interface ArticleGroup {
	kind: ArticleKind;
	/** "Patterns" */
	title: string;
	/** Where all of the kind are. */
	url: string;
	articles: ArticleLink[];
}

/** Returns the link to an article. */
export function toArticleLink(article: RenderedArticle): ArticleLink {
	const { kind, data } = article;
	return { kind, title: data.title, url: urlOfArticle(article), summary: data.summary };
}

/** Returns articles by kind, in the order of kinds; kinds without any are left out. */
export function groupArticles(articles: RenderedArticle[]): ArticleGroup[] {
	const kinds = Object.keys(articleKinds) as ArticleKind[];
	return kinds
		.map((kind) => ({
			kind,
			title: articleKinds[kind].plural,
			url: `/${articleKinds[kind].path}/`,
			articles: articles.filter((article) => article.kind === kind).map(toArticleLink),
		}))
		.filter((group) => group.articles.length > 0);
}

/** Returns the articles that name a rule in their front matter or cite it in their text, by kind. */
export async function getArticlesOfRule(code: string): Promise<ArticleGroup[]> {
	const { articles } = await getSiteModel();
	return groupArticles(articles.filter((article) => isAbout(article, code)));
}

/** Returns the articles of a topic, by kind: those first whose main topic it is. */
export async function getArticlesOfTopic(topic: string): Promise<ArticleGroup[]> {
	const { articles } = await getSiteModel();
	const ofTopic = articles
		.filter(({ data }) => data.topics.includes(topic))
		.sort((a, b) => a.data.topics.indexOf(topic) - b.data.topics.indexOf(topic));
	return groupArticles(ofTopic);
}

function isAbout({ data, mentions }: RenderedArticle, code: string): boolean {
	return data.rules.includes(code) || mentions.includes(code);
}

/** Kinds that lead on from rules: those that explain, before those that prescribe a form. */
const leading: ArticleKind[] = ['pattern', 'decision', 'design', 'playbook', 'technology'];

/**
 * Returns what to read next after rules, given by their codes with the most important first: the article
 * that puts them highest in its own list. Undefined where no article names any of them.
 */
export async function findNext(codes: string[]): Promise<ArticleLink | undefined> {
	const { articles } = await getSiteModel();
	const ranked = articles
		.filter(({ kind }) => leading.includes(kind))
		.map((article) => ({ article, weight: weigh(article.data.rules, codes) }))
		.filter(({ weight }) => weight > 0)
		.sort(
			(a, b) =>
				b.weight - a.weight || leading.indexOf(a.article.kind) - leading.indexOf(b.article.kind),
		);
	return ranked[0] && toArticleLink(ranked[0].article);
}

/** Sum over the codes that an article names: each counts less the lower it stands in both lists. */
function weigh(named: string[], codes: string[]): number {
	return codes.reduce((sum, code, i) => {
		const place = named.indexOf(code);
		return place < 0 ? sum : sum + 1 / (place + 1) / (i + 1);
	}, 0);
}
