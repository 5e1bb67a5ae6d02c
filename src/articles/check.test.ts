import assert from 'node:assert/strict';
import test from 'node:test';
import { makeRule } from '../rules/testing.ts';
import { checkArticles, checkPositions, findTemplate, readArticleParts } from './check.ts';
import { articleKinds, type Article, type ArticleKind } from './model.ts';
import { context, makeArticle } from './testing.ts';

function check(...articles: Article[]): string[] {
	return checkArticles(articles, context).map(
		({ file, line, code, message }) => `${file.split('/').at(-1)}:${line} ${code}: ${message}`,
	);
}

test('articles that are right have no findings', () => {
	const pattern = makeArticle('pattern', {
		references: [{ standard: 'rfc', id: 'RFC 9110' }],
		related: ['/designs/shop/'],
	});
	const shop = makeArticle('design', {}, 'shop');
	assert.deepEqual(check(pattern, shop, makeArticle('template'), makeArticle('decision')), []);
});

const bad: [string, Article, string][] = [
	[
		'a rule that does not exist',
		makeArticle('pattern', { rules: ['SEC-002'] }),
		'one.md:3 rule-unknown: Unexpected rule SEC-002, expected a code that exists (did you mean “SEC-001”?).',
	],
	[
		'a topic that does not exist',
		makeArticle('pattern', { topics: ['securty'] }),
		'one.md:1 topic-unknown: Unexpected topic “securty”, expected one of the topics (did you mean “security”?).',
	],
	[
		'a technology that does not exist',
		makeArticle('pattern', { technologies: ['reddis'] }),
		'one.md:1 technology-unknown: Unexpected technology “reddis”, expected one of content/technologies (did you mean “redis”?).',
	],
	[
		'a guide to a technology that does not exist',
		makeArticle('technology', { covers: ['reddis'] }),
		'one.md:1 technology-unknown: Unexpected technology “reddis”, expected one of content/technologies (did you mean “redis”?).',
	],
	[
		'a link to itself',
		makeArticle('pattern', { related: ['/patterns/one/'] }),
		'one.md:4 article-unknown: Unexpected link to “/patterns/one/”, expected an article that exists.',
	],
	[
		'a line to read next without a link',
		makeArticle('pattern', { next: 'Read on.' }),
		'one.md:5 content-invalid: Unexpected 0 links in field “next”, expected one link, to a page of the site.',
	],
	[
		'options of the same name',
		makeArticle('decision', {
			options: [1, 2].map(() => ({
				name: 'First',
				choose: 'When it fits.',
				gains: [],
				costs: [],
				reversal: 'Easy.',
			})),
		}),
		'one.md:1 content-invalid: Unexpected “First” twice in field “options”, expected names of their own.',
	],
	[
		'an example for a design that does not exist',
		makeArticle('template'),
		'one.md:1 article-unknown: Unexpected link to “/designs/shop/”, expected an article that exists.',
	],
];

for (const [name, article, expected] of bad) {
	test(`a finding: ${name}`, () => {
		assert.deepEqual(check(article), [expected]);
	});
}

test('a finding: a rule that was withdrawn, and a reference that is not in its list', () => {
	const withdrawn = makeRule({
		withdrawn: { date: '2026-11-21', reason: 'Gone.', successors: [] },
	});
	const article = makeArticle('pattern', { references: [{ standard: 'rfc', id: 'RFC 9111' }] });
	const codes = checkArticles([article], {
		...context,
		rules: new Map([['SEC-001', withdrawn]]),
	}).map(({ code }) => code);
	assert.deepEqual(codes, ['rule-withdrawn', 'reference-unknown']);
});

test('statements that decisions name, and documents that roles name, have to be there', () => {
	const articles = [makeArticle('decision'), makeArticle('role')];
	const documents = [{ id: 'role', statements: [{ anchor: 's-one' }] }];
	assert.deepEqual(checkPositions(articles, documents), []);
	const others = [{ id: 'other', statements: [{ anchor: 's-one' }] }];
	assert.deepEqual(
		checkPositions(articles, others).map(({ code }) => code),
		['tie-unknown', 'article-unknown'],
	);
});

const practice =
	'### Expiry\n\n**How.** Set it.\n\n**Pitfalls.** Clocks.\n\n**How to check.** Count.';

/** A part that is right. */
function makePart(title: string): string {
	return `## ${title}\n\n${title === 'Practices' ? practice : 'Text.'}\n`;
}

test('each kind has its parts in their order', () => {
	for (const kind of Object.keys(articleKinds) as ArticleKind[]) {
		const titles = articleKinds[kind].parts.map(({ title }) => title);
		const body = titles.map(makePart).join('\n');
		assert.deepEqual(readArticleParts(body, 'one.md', kind).findings, [], kind);
		const turned = titles.toReversed().map(makePart);
		assert.ok(readArticleParts(turned.join('\n'), 'one.md', kind).findings.length > 0, kind);
	}
});

test('findings of parts say the line, what was found and what was expected', () => {
	const body = '\n## Problem\n\nIt breaks.\n\n## How it works\n\n## Solution\n\nText.\n';
	const { findings } = readArticleParts(body, 'one.md', 'pattern');
	assert.deepEqual(
		findings.map(({ line, message }) => `${line} ${message}`),
		[
			'6 Unexpected empty part “How it works”, expected text under the heading.',
			'8 Unexpected part “Solution”, expected one of Problem, Diagram, How it works, How it fails, When not, Numbers.',
			'10 Unexpected end of the text, expected the part “Diagram”.',
			'10 Unexpected end of the text, expected the part “How it fails”.',
			'10 Unexpected end of the text, expected the part “When not”.',
			'10 Unexpected end of the text, expected the part “Numbers”.',
		],
	);
});

const practices: [string, string, string[]][] = [
	['is right', practice, []],
	[
		'says how to do it and not how to check it',
		`${practice}\n\n### Eviction\n\n**How.** Choose.\n\n- **Pitfalls.** In a list.\n\nText, **How to check.**`,
		[
			'15 Unexpected practice “Eviction” without “Pitfalls.”, expected a paragraph that begins with **Pitfalls.**.',
			'15 Unexpected practice “Eviction” without “How to check.”, expected a paragraph that begins with **How to check.**.',
		],
	],
	[
		'is missing',
		'#### Expiry\n\n**How.** Set it.',
		['5 Unexpected part “Practices” without a practice, expected a third-level heading for each.'],
	],
];

for (const [name, text, expected] of practices) {
	test(`a practice of a technology guide ${name}`, () => {
		const body = articleKinds.technology.parts
			.map(({ title }) => (title === 'Practices' ? `## ${title}\n\n${text}\n` : makePart(title)))
			.join('\n')
			// Headings under other parts are no practices.
			.replace('## Limits\n', '## Limits\n\n### Memory\n');
		const { findings } = readArticleParts(body, 'one.md', 'technology');
		assert.deepEqual(
			findings.map(({ line, message }) => `${line} ${message}`),
			expected,
		);
	});
}

test('the text of a template is the one block of its part', () => {
	const block = '````markdown\n# <Name>\n\n```sql\nSELECT 1;\n```\n````';
	assert.equal(findTemplate({ Template: block }), '# <Name>\n\n```sql\nSELECT 1;\n```\n');
	assert.equal(findTemplate({ Template: `${block}\n\n${block}` }), undefined);
	assert.equal(findTemplate({ Template: 'Copy the example.' }), undefined);
	assert.equal(findTemplate({}), undefined);
});
