import { type Finding, makeFinding } from '../ingest/findings.ts';
import type { Place } from '../ingest/model.ts';
import { suggest } from '../ingest/suggest.ts';
import { checkCodeLink, checkReferences, checkTechnologies } from '../rules/check.ts';
import type { Rule } from '../rules/model.ts';
import { checkSections, type SectionProblem, splitAtHeadings } from '../rules/sections.ts';
import type { Standards } from '../rules/standards.ts';
import { type Article, type ArticleKind, articleKinds, urlOfArticle } from './model.ts';
import { checkPractices } from './practices.ts';

/** What articles are held against. */
export interface ArticleContext {
	rules: ReadonlyMap<string, Rule>;
	topics: readonly string[];
	technologies: ReadonlySet<string>;
	standards: Standards;
}

/** What the parts of a kind hold beside text. */
const checksOfKind: Partial<Record<ArticleKind, (body: string) => SectionProblem[]>> = {
	technology: checkPractices,
};

/** Returns the parts of an article's body by title, and what is wrong with them. */
export function readArticleParts(
	body: string,
	file: string,
	kind: ArticleKind,
): { parts: Record<string, string>; findings: Finding[] } {
	const expected = articleKinds[kind].parts;
	const sections = splitAtHeadings(body);
	const problems = checkSections(
		sections,
		expected.map(({ title }) => title),
	);
	problems.push(...(checksOfKind[kind]?.(body) ?? []));
	const end = body.trimEnd().split('\n').length;
	for (const { title, ...rest } of expected) {
		if ('isOptional' in rest || sections.some((section) => section.title === title)) continue;
		problems.push({ line: end, found: 'end of the text', expected: `the part “${title}”` });
	}
	return {
		parts: Object.fromEntries(sections.map(({ title, text }) => [title, text])),
		findings: problems.map(({ line, ...args }) =>
			makeFinding('article-part', { file, line, column: 1 }, args),
		),
	};
}

/** Returns what is wrong with articles, each by itself and all together. */
export function checkArticles(articles: Article[], context: ArticleContext): Finding[] {
	const addresses = new Set(articles.map(urlOfArticle));
	return articles.flatMap((article) => [
		...checkNames(article, context),
		...checkLinks(article, addresses),
		...checkOptions(article),
		...checkTemplate(article, articles),
	]);
}

/** Rules, topics, technologies and what standards are cited must exist. */
function checkNames(article: Article, context: ArticleContext): Finding[] {
	const { rules, topics, technologies, standards } = context;
	const { data } = article;
	const at = makeAt(article);
	return [
		...data.rules.flatMap((code) => checkCodeLink(code, at('rules', code), rules)),
		...data.topics
			.filter((topic) => !topics.includes(topic))
			.map((topic) =>
				makeFinding('topic-unknown', at('topics', topic), {
					topic,
					hint: suggest(topic, [...topics]),
				}),
			),
		...checkTechnologies(
			getTechnologies(article),
			(name) => at('technologies', name),
			technologies,
		),
		...checkReferences(data.references, (id) => at('references', id), standards),
	];
}

function getTechnologies({ kind, data }: Article): string[] {
	return kind === 'technology' ? [...data.technologies, ...data.covers] : data.technologies;
}

/** Related articles must exist, and be others; what to read next is one link. */
function checkLinks(article: Article, addresses: ReadonlySet<string>): Finding[] {
	const at = makeAt(article);
	const own = urlOfArticle(article);
	const wrong = article.data.related.filter((url) => url === own || !addresses.has(url));
	const links = article.data.next.match(/\]\(\//g)?.length ?? 0;
	return [
		...wrong.map((url) => {
			const hint = url === own ? '' : suggest(url, [...addresses]);
			return makeFinding('article-unknown', at('related'), { url, hint });
		}),
		...(links === 1
			? []
			: [
					makeFinding('content-invalid', at('next'), {
						field: 'next',
						found: `${links} links`,
						expected: 'one link, to a page of the site',
					}),
				]),
	];
}

/** The options of a decision have names of their own. */
function checkOptions(article: Article): Finding[] {
	if (article.kind !== 'decision') return [];
	const names = article.data.options.map(({ name }) => name);
	const twice = names.find((name, i) => names.indexOf(name) !== i);
	if (twice === undefined) return [];
	const args = { field: 'options', found: `“${twice}” twice`, expected: 'names of their own' };
	return [makeFinding('content-invalid', makeAt(article)('options'), args)];
}

/** A template holds one block to copy, and its example is of a design that exists. */
function checkTemplate(article: Article, articles: Article[]): Finding[] {
	if (article.kind !== 'template') return [];
	const at = makeAt(article);
	const designs = articles.filter(({ kind }) => kind === 'design').map(({ slug }) => slug);
	const { design } = article.data;
	const findings: Finding[] = [];
	if (!designs.includes(design)) {
		const url = urlOfArticle({ kind: 'design', slug: design });
		findings.push(
			makeFinding('article-unknown', at('design'), { url, hint: suggest(design, designs) }),
		);
	}
	if (findTemplate(article.parts) === undefined) {
		const args = {
			found: 'part “Template” without its text',
			expected: 'one fenced block with the word `markdown`',
		};
		findings.push(makeFinding('article-part', { file: article.file, line: 1, column: 1 }, args));
	}
	return findings;
}

/** Returns the text of a template that readers copy; undefined where its part has not one block. */
export function findTemplate(parts: Record<string, string>): string | undefined {
	const blocks = [...(parts.Template ?? '').matchAll(/^(`{3,})markdown\n([^]*?)^\1$/gm)];
	return blocks.length === 1 ? blocks[0]?.[2] : undefined;
}

/** Returns findings for statements that decisions name, and documents that roles name, and that are not there. */
export function checkPositions(
	articles: Article[],
	documents: { id: string; statements: { anchor: string }[] }[],
): Finding[] {
	const ids = documents.map(({ id }) => id);
	const statements = new Set(
		documents.flatMap(({ id, statements: all }) => all.map(({ anchor }) => `${id}#${anchor}`)),
	);
	return articles.flatMap((article) => {
		const at = makeAt(article);
		if (article.kind === 'role') {
			const { document } = article.data;
			if (document === undefined || ids.includes(document)) return [];
			const hint = suggest(document, ids);
			return [makeFinding('article-unknown', at('document'), { url: document, hint })];
		}
		if (article.kind !== 'decision') return [];
		return article.data.positions
			.flatMap((position) => position.statements)
			.filter((statement) => !statements.has(statement))
			.map((statement) =>
				makeFinding('tie-unknown', at('positions', statement), {
					statement,
					hint: suggest(statement, [...statements]),
				}),
			);
	});
}

function makeAt({ file, lineOf }: Article): (field: string, value?: string) => Place {
	return (field, value) => ({ file, line: lineOf(field, value), column: 1 });
}
