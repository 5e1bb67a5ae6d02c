import assert from 'node:assert/strict';
import test from 'node:test';
import type { Article, ArticleKind } from '../articles/model.ts';
import { readTerminology } from './content.ts';

const { articles, rules, technologies } = await readTerminology();

function ofKind<Kind extends ArticleKind>(kind: Kind): Extract<Article, { kind: Kind }>[] {
	return articles.filter(
		(article): article is Extract<Article, { kind: Kind }> => article.kind === kind,
	);
}

/** What the site promises: at least so many of each kind. */
const least: Record<ArticleKind, number> = {
	decision: 16,
	pattern: 20,
	design: 8,
	playbook: 8,
	template: 13,
	technology: 6,
	role: 7,
};

test('there are enough articles of every kind', (context) => {
	for (const [kind, count] of Object.entries(least) as [ArticleKind, number][]) {
		context.diagnostic(`${kind}: ${ofKind(kind).length}`);
		assert.ok(ofKind(kind).length >= count, kind);
	}
});

test('titles, summaries and symptoms are nobody else’s', () => {
	const texts = articles.flatMap(({ data }) => [data.title, data.summary, ...data.symptoms]);
	const twice = texts.filter((text, i) => texts.indexOf(text) !== i);
	assert.deepEqual(twice, []);
});

test('a pattern has a diagram and a table of numbers', () => {
	for (const { slug, parts } of ofKind('pattern')) {
		assert.match(parts.Diagram ?? '', /^```mermaid$/m, slug);
		assert.match(parts.Numbers ?? '', /^\|.*\|$/m, slug);
	}
});

test('a design has its diagrams, a schema that is run, a linted contract, and cites its rules', () => {
	for (const { slug, parts, body } of ofKind('design')) {
		const diagrams = parts['Architecture overview']?.match(/^```mermaid$/gm) ?? [];
		assert.ok(diagrams.length >= 3, `${slug}: ${diagrams.length} diagrams`);
		assert.match(parts['Architecture overview'] ?? '', /^sequenceDiagram$/m, slug);
		assert.match(parts['API contracts'] ?? '', /^```yaml openapi$/m, slug);
		const schema = parts['Data schema'] ?? '';
		assert.match(schema, /^```sql run$/m, slug);
		for (const word of ['PRIMARY KEY', 'REFERENCES', 'CREATE INDEX', 'COMMENT ON']) {
			assert.ok(schema.includes(word), `${slug}: ${word}`);
		}
		const rationale = parts['Technology stack rationale'] ?? '';
		const technologiesNamed = rationale.match(/^### /gm)?.length ?? 0;
		const alternatives = rationale.match(/Instead of/g)?.length ?? 0;
		assert.ok(technologiesNamed > 0 && alternatives >= technologiesNamed, slug);
		for (const heading of ['Scalability', 'Security', 'Observability', 'Deployment and CI/CD']) {
			assert.match(parts['Key considerations'] ?? '', new RegExp(`^### ${heading}`, 'm'), slug);
		}
		const codes = new Set(body.match(/\[[A-Z]+-\d{3}\]/g));
		assert.ok(codes.size >= 15, `${slug}: ${codes.size} rules`);
	}
});

test('a filled example has every part of its template', () => {
	for (const { slug, parts } of ofKind('template')) {
		const example = parts['Filled example'] ?? '';
		assert.match(example, /\]\(\/designs\//, `${slug}: no link to its design`);
		assert.ok((example.match(/^###/gm)?.length ?? 0) >= 2, slug);
	}
});

test('the six roles stand for six documents, and one for all', () => {
	const documents = ofKind('role').map(({ data }) => data.document);
	assert.equal(documents.filter((document) => document === undefined).length, 1);
	assert.equal(new Set(documents).size, 7);
});

test('every decision is taken up by a rule, a pattern, a design or a template', () => {
	const texts = articles
		.filter(({ kind }) => kind !== 'decision')
		.map(({ body, data }) => body + data.related.join(' '));
	for (const { slug } of ofKind('decision')) {
		assert.ok(
			texts.some((text) => text.includes(`/decisions/${slug}/`)),
			slug,
		);
	}
});

test('most rules lead on to an article', (context) => {
	const named = new Set(
		articles.flatMap(({ data, body }) => [...data.rules, ...(body.match(/[A-Z]+-\d{3}/g) ?? [])]),
	);
	const left = rules.filter(({ rule }) => !named.has(rule.id)).map(({ rule }) => rule.id);
	context.diagnostic(`${left.length} rules are in no article: ${left.join(' ')}`);
	assert.ok(left.length <= rules.length / 10, left.join(' '));
});

test('every technology says what it is for in a few lines', () => {
	for (const { slug, body } of technologies) {
		const words = body.trim().split(/\s+/).length;
		assert.ok(words >= 12 && words <= 90, `${slug}: ${words} words`);
	}
});
