import { type ArticleKind, articleKinds } from '../../articles/model.ts';
import { getSiteModel } from '../model.ts';
import { type ArticleLink, toArticleLink } from './links.ts';

/** What the list of a kind shows. */
export interface ArticleIndexView {
	path: string;
	title: string;
	about: string;
	/** By their main topic, topics in order. */
	groups: { title: string; id: string; articles: ArticleLink[] }[];
}

/** Returns the list of every kind of article but technologies, which stand on the map of all. */
export async function getArticleIndexes(): Promise<ArticleIndexView[]> {
	const { articles, topics } = await getSiteModel();
	const kinds = (Object.keys(articleKinds) as ArticleKind[]).filter(
		(kind) => kind !== 'technology' && articles.some((article) => article.kind === kind),
	);
	return kinds.map((kind) => {
		const { path, plural, about } = articleKinds[kind];
		const ofKind = articles.filter((article) => article.kind === kind);
		return {
			path,
			title: plural,
			about,
			groups: topics
				.map(({ slug, title }) => ({
					title,
					id: slug,
					articles: ofKind.filter(({ data }) => data.topics[0] === slug).map(toArticleLink),
				}))
				.filter((group) => group.articles.length > 0),
		};
	});
}
