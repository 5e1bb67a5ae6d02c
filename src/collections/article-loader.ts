import type { Loader } from 'astro/loaders';
import type { Article, ArticleParts, OfKind } from '../articles/model.ts';
import { findCodeLinks } from '../rules/check.ts';
import type { Reference } from '../rules/model.ts';
import { readContent } from './content.ts';
import { contentLoader } from './content-loader.ts';
import {
	type Linkers,
	makeLinkers,
	renderInline,
	renderText,
	withoutTerms,
} from './entry-loader.ts';
import { resolveReferences } from './rule-loader.ts';
import type { Standards } from '../rules/standards.ts';

/** An article with its text as HTML and its references found in their lists. */
export type RenderedArticle = OfKind<ArticleParts & RenderedParts>;

interface RenderedParts {
	/** The body as Markdown. */
	text: string;
	html: string;
	/** What to read next, to be shown within a line. */
	nextHtml: string;
	references: Reference[];
	/** Codes of the rules that its text links, in the order of their first mention. */
	mentions: string[];
}

/** Loads the articles of every kind. */
export function articleLoader(): Loader {
	return contentLoader('articles', async () => {
		const content = await readContent();
		const linkers = makeLinkers(content);
		return content.articles.map((article) => ({
			id: `${article.kind}/${article.slug}`,
			data: renderArticle(article, content.standards, linkers()),
			file: article.file,
		}));
	});
}

function renderArticle(
	{ body, lineOf, ...article }: Article,
	standards: Standards,
	linkers: Linkers,
): RenderedArticle {
	const { data, file } = article;
	return {
		...article,
		text: body.trim(),
		html: renderText(body, file, linkers),
		nextHtml: renderInline(data.next, file, withoutTerms(linkers)),
		references: resolveReferences(data.references, standards),
		mentions: [...new Set(findCodeLinks(body, file).map(({ code }) => code))],
	};
}
