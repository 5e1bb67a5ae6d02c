import { getRuleLinks, type RuleLink } from './rules/links.ts';
import type { RenderedArticle } from '../collections/article-loader.ts';
import { type ArticleLink, toArticleLink } from './articles/links.ts';
import { getSiteModel } from './model.ts';
import { type Indexed, makeIndexed } from './search/indexed.ts';

export interface TechnologyView {
	slug: string;
	name: string;
	aliases: string[];
	/** What it is for and when it fits: Markdown, and HTML to be shown within a line. */
	text: string;
	html: string;
	/** Rules that name it, and where the index lists them alone. */
	rules: RuleLink[];
	rulesUrl: string;
	/** The guide that treats it in depth. */
	guide: ArticleLink | undefined;
}

export interface TechnologyMapView {
	/** What the text search knows of it beside its words. */
	indexed: Indexed;
	/** By what kind of thing they are, in the order of names. */
	categories: { title: string; id: string; technologies: TechnologyView[] }[];
	count: number;
}

/** Returns the guide that treats a technology in depth, if there is one. */
export function findGuide(slug: string, articles: RenderedArticle[]): ArticleLink | undefined {
	return articles
		.filter((article) => article.kind === 'technology' && article.data.covers.includes(slug))
		.map(toArticleLink)[0];
}

/** Returns the map of all technologies that rules and sources name. */
export async function getTechnologyMap(): Promise<TechnologyMapView> {
	const { registry, rules, articles } = await getSiteModel();
	const links = new Map((await getRuleLinks()).map((link) => [link.code, link]));
	const views = Object.entries(registry.technologies).map(([slug, technology]) => ({
		category: technology.category,
		view: {
			slug,
			name: technology.name,
			aliases: technology.aliases,
			text: technology.text,
			html: technology.html,
			rules: rules
				.filter(({ technologies }) => technologies.includes(slug))
				.flatMap(({ id }) => links.get(id) ?? []),
			rulesUrl: `/rules/?technology=${slug}`,
			guide: findGuide(slug, articles),
		},
	}));
	const byCategory = Map.groupBy(views, ({ category }) => category);
	return {
		indexed: makeIndexed({ kind: 'technology' }),
		categories: [...byCategory]
			.map(([title, members]) => ({
				title,
				id: `category-${title.toLowerCase().replaceAll(' ', '-')}`,
				technologies: members
					.map(({ view }) => view)
					.sort((a, b) => a.name.localeCompare(b.name, 'en', { sensitivity: 'base' })),
			}))
			.sort((a, b) => a.title.localeCompare(b.title, 'en')),
		count: views.length,
	};
}
