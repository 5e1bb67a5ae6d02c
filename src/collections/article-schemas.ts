import { z } from 'astro/zod';
import type { ArticleData, ArticleKind, ExtraData } from '../articles/model.ts';
import { aliases, code, date, references, sentence, symptoms } from './schemas.ts';

/** Front matter of every article. */
const common = {
	title: z.string().min(2).max(70),
	aliases: aliases.min(2),
	symptoms: symptoms.min(3),
	summary: sentence.refine(
		({ length }) => length >= 40 && length <= 180,
		'a sentence of 40 to 180 characters',
	),
	topics: z.array(z.string()).min(1).max(4),
	rules: z.array(code).min(2).max(60),
	technologies: z.array(z.string()).default([]),
	references,
	related: z.array(z.string()).min(2).max(6),
	next: sentence,
	reviewed: date,
};

const sentences = z.array(sentence);

const decision = {
	question: z.string().regex(/\?$/, 'a question'),
	default: sentence,
	drivers: sentences.min(4).max(7),
	options: z
		.array(
			z.strictObject({
				name: z.string().min(2),
				choose: sentence,
				gains: sentences.min(2).max(4),
				costs: sentences.min(2).max(4),
				reversal: sentence,
			}),
		)
		.min(2)
		.max(4),
	positions: z
		.array(
			z.strictObject({
				side: z.string().min(2),
				says: sentence,
				statements: z.array(z.string()).min(1).max(6),
			}),
		)
		.min(1),
};

/** The front matter of each kind of article, by kind. */
export const articleSchemas = {
	decision: z.strictObject({ ...common, ...decision }),
	pattern: z.strictObject(common),
	design: z.strictObject({ ...common, brief: sentence }),
	playbook: z.strictObject({ ...common, outcome: sentence, time: sentence }),
	template: z.strictObject({ ...common, design: z.string() }),
	technology: z.strictObject({ ...common, covers: z.array(z.string()).min(1) }),
	role: z.strictObject({
		...common,
		document: z.string().optional(),
		description: z.string().min(80).max(300),
	}),
} satisfies { [Kind in ArticleKind]: z.ZodType<ArticleData & ExtraData[Kind]> };
