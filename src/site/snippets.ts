import { urlOfArticle } from '../articles/model.ts';
import {
	type CheckCount,
	countChecks,
	countReasons,
	type ReasonCount,
} from '../snippets/summarize.ts';
import { getGuide, getSiteModel, type SiteModel } from './model.ts';
import { urlOfPack, urlOfRule, urlOfTechnology, urlOfTerm, urlOfTopic } from './urls.ts';

/** The blocks of one page. */
export interface SnippetPageView {
	title: string;
	url: string;
	/** By what was done with them: "3 run", "1 linted". */
	checks: { title: string; count: number }[];
}

export interface SnippetsView {
	/** Blocks that were checked, and all. */
	checked: number;
	count: number;
	checks: CheckCount[];
	/** Why the others are shown as they are. */
	reasons: ReasonCount[];
	/** In the order of their files. */
	pages: SnippetPageView[];
}

/** Returns which code blocks were checked by what, and which were not and why. */
export async function getSnippetsView(): Promise<SnippetsView> {
	const model = await getSiteModel();
	const places = await getPlaces(model);
	const summaries = model.registry.snippets;
	const rows = summaries.flatMap(({ snippets }) => snippets);
	const all = rows.map((row) => ({ ...row, check: row.check?.name }));
	const checks = countChecks(all);
	return {
		checked: checks.reduce((sum, { count }) => sum + count, 0),
		count: rows.length,
		checks,
		reasons: countReasons(all),
		pages: summaries.flatMap(({ file, snippets }) => {
			const place = places.get(file);
			const kinds = countChecks(snippets.map(({ check }) => ({ check: check?.name })));
			if (!place || kinds.length === 0) return [];
			return [{ ...place, checks: kinds.map(({ name, count }) => ({ title: name, count })) }];
		}),
	};
}

/** Where the text of each file is shown. */
async function getPlaces(model: SiteModel): Promise<Map<string, { title: string; url: string }>> {
	const { rules, articles, topics, packs, terms, registry } = model;
	return new Map([
		...rules.map((rule) => place(rule.file, `${rule.id} ${rule.title}`, urlOfRule(rule.id))),
		...articles.map((article) => place(article.file, article.data.title, urlOfArticle(article))),
		...topics.map(({ slug, title }) => place(`content/topics/${slug}.md`, title, urlOfTopic(slug))),
		...packs.map(({ slug, title }) => place(`content/packs/${slug}.md`, title, urlOfPack(slug))),
		...terms.map(({ slug, term }) => place(`content/glossary/${slug}.md`, term, urlOfTerm(slug))),
		...Object.entries(registry.technologies).map(([slug, { name }]) =>
			place(`content/technologies/${slug}.md`, name, urlOfTechnology(slug)),
		),
		...(await getGuide()).flatMap(({ id, title }) => [
			place(`content/${id}.md`, title, `/${id}/`),
			place(`content/${id}/index.md`, title, `/${id}/`),
		]),
	]);
}

function place(file: string, title: string, url: string): [string, { title: string; url: string }] {
	return [file, { title, url }];
}
