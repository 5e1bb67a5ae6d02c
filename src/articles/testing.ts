import { makeStandards } from '../rules/standards.ts';
import type { ArticleContext } from './check.ts';
import type { Article, ArticleKind, ExtraData } from './model.ts';
import { articleKinds } from './model.ts';
import { makeRule } from '../rules/testing.ts';

/** For tests: what the articles below are held against. */
export const context: ArticleContext = {
	rules: new Map([['SEC-001', makeRule()]]),
	topics: ['security', 'reliability'],
	technologies: new Set(['redis']),
	standards: makeStandards({
		asvs: 'id\ttitle\n',
		'owasp-api': 'id\ttitle\turl\n',
		'owasp-top10': 'id\ttitle\turl\n',
		cwe: 'id\ttitle\n',
		rfc: 'id\ttitle\nRFC 9110\tHTTP Semantics\n',
		spec: 'id\ttitle\turl\n',
		docs: 'id\ttitle\turl\n',
	}),
};

const extra: { [Kind in ArticleKind]: ExtraData[Kind] } = {
	decision: {
		question: 'Which one?',
		default: 'Take the first.',
		drivers: ['Time is short.'],
		options: ['First', 'Second'].map((name) => ({
			name,
			choose: `When the ${name.toLowerCase()} fits.`,
			gains: [`Gain of the ${name.toLowerCase()}.`],
			costs: [`Cost of the ${name.toLowerCase()}.`],
			reversal: 'Easy.',
		})),
		positions: [{ side: 'First', says: 'One document says so.', statements: ['role#s-one'] }],
	},
	pattern: {},
	design: { brief: 'Design it.' },
	playbook: { outcome: 'A list.', time: 'An hour.' },
	template: { design: 'shop' },
	technology: { covers: ['redis'] },
	role: { document: 'role', description: 'Use it.' },
};

/** For tests: an article that is right, with what a test changes in its front matter. */
export function makeArticle<Kind extends ArticleKind>(
	kind: Kind,
	change: Partial<Extract<Article, { kind: Kind }>['data']> = {},
	slug = 'one',
): Extract<Article, { kind: Kind }> {
	const article = {
		kind,
		slug,
		file: `content/${articleKinds[kind].folder}/${slug}.md`,
		body: '',
		parts: { Template: '````markdown\n# <Name>\n````', Context: 'Somebody has to decide.' },
		lineOf: (field: string) => ['title', 'rules', 'related', 'next'].indexOf(field) + 2,
		data: {
			title: 'One or two',
			aliases: [],
			symptoms: [],
			summary: 'A choice.',
			topics: ['security'],
			rules: ['SEC-001'],
			technologies: [],
			references: [],
			related: [],
			next: 'Read [rules](/rules/) next.',
			reviewed: '2026-11-21',
			...extra[kind],
			...change,
		},
	};
	return article as unknown as Extract<Article, { kind: Kind }>;
}
