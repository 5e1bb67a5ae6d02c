import { readArticleParts } from '../articles/check.ts';
import { type Article, type ArticleKind, articleKinds } from '../articles/model.ts';
import type { Finding } from '../ingest/findings.ts';
import { articleSchemas } from './article-schemas.ts';
import { readEntries } from './read-entries.ts';

/** Reads the articles of every kind, in the order of kinds and names. `root` is the folder that holds `content/`. */
export async function readArticles(
	root: string,
): Promise<{ articles: Article[]; findings: Finding[] }> {
	const kinds = Object.keys(articleKinds) as ArticleKind[];
	const read = await Promise.all(kinds.map((kind) => readKind(root, kind)));
	return {
		articles: read.flatMap(({ articles }) => articles),
		findings: read.flatMap(({ findings }) => findings),
	};
}

async function readKind(
	root: string,
	kind: ArticleKind,
): Promise<{ articles: Article[]; findings: Finding[] }> {
	const folder = `content/${articleKinds[kind].folder}`;
	const { entries, findings } = await readEntries(root, folder, articleSchemas[kind]);
	const articles = entries.map((entry) => {
		const { parts, findings: found } = readArticleParts(entry.body, entry.file, kind);
		findings.push(...found);
		// The schema is the kind's own: kind and data belong together.
		return { ...entry, kind, parts } as Article;
	});
	return { articles, findings };
}
