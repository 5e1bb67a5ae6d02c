import { z } from 'astro/zod';
import {
	changeClasses,
	codePattern,
	type Damage,
	damages,
	levels,
	type RuleData,
	ruleKinds,
	standardNames,
	type Tag,
	tags,
} from '../rules/model.ts';
import type { Pack } from '../rules/packs.ts';

/** Other names by which readers ask for something. */
export const aliases = z.array(z.string().min(2));

/** What readers type who have no name for it: three words at least, or it would be a name. */
export const symptoms = z.array(
	z.string().refine((text) => text.split(/\s+/).length >= 3, 'three words or more'),
);

/** One sentence or more: begins with no small letter, ends like a sentence. */
export const sentence = z.string().regex(/^\P{Ll}.*[.?]$/su, 'a sentence');

/** A topic: `content/topics/<slug>.md`. The body is its introduction. */
export const topicSchema = z.strictObject({
	/** Name as it is shown. */
	title: z.string().min(2),
	/** Other names of the whole topic, for the search. */
	aliases: aliases.default([]),
	/** Code prefix of its rules: two to five capitals. */
	prefix: z.string().regex(/^[A-Z]{2,5}$/, 'two to five capitals'),
	/** Place in lists of topics, from 1. */
	order: z.number().int().positive(),
	/** One sentence that says what the topic decides. */
	summary: z.string().min(40).max(180),
	/** Markdown: one line with one link that says what to read next. */
	next: sentence,
	/** Slugs of the topics that border on it. */
	neighbors: z.array(z.string()).min(2).max(6),
	/** Phrases that decide in a heading, a lead-in, or the line that introduces a list. */
	headings: z.array(z.string().min(2)).min(1),
	/** Concepts, the most damaging first, each with the phrases that name it in any text. */
	vocabulary: z
		.array(
			z.strictObject({
				/** Name a reader would use. */
				concept: z.string().min(2),
				/** Phrases; words are compared by their stems. */
				terms: z.array(z.string().min(2)).min(1),
			}),
		)
		.min(3),
});

export type Topic = z.output<typeof topicSchema>;

/** A glossary term: `content/glossary/<slug>.md`. The body is its definition. */
export const termSchema = z.strictObject({
	/** The term as it is shown. */
	term: z.string().min(2),
	/** Established abbreviation, if there is one. */
	abbreviation: z.string().min(2).optional(),
	/** Other names, unambiguous ones: they are linked at their first mention in running text. */
	aliases: aliases.default([]),
	/** Slug of the topic it belongs to. */
	topic: z.string(),
	/** What readers say who lack the term. */
	symptoms: symptoms.default([]),
	/** Slugs of related terms. */
	see: z.array(z.string()).min(1).max(4),
});

export type Term = z.output<typeof termSchema>;

/** The code of a rule. */
export const code = z
	.string()
	.regex(new RegExp(`^${codePattern.source}$`), 'a code such as SEC-014');

/** YAML reads an unquoted date as a point in time. */
export const date = z
	.union([z.date(), z.string()])
	.transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
	.pipe(z.iso.date('a date such as 2026-11-21'));

/** Standards that a text cites. */
export const references = z
	.array(z.strictObject({ standard: z.enum(standardNames), id: z.string().min(2) }))
	.default([]);

const tag = z.enum(Object.keys(tags) as Tag[]);

const statementLink = z.string().regex(/^[^#\s]+#[^#\s]+$/, 'document#anchor');

function isTitle(title: string): boolean {
	const words = title.split(/\s+/).length;
	return words >= 3 && words <= 9;
}

/** A rule: `content/rules/<topic>/<slug>.md`. The body has its parts; see `src/rules/parts.ts`. */
export const ruleSchema = z.strictObject({
	id: code,
	title: z.string().refine(isTitle, 'three to nine words'),
	statement: sentence,
	level: z.enum(levels),
	kind: z.enum(ruleKinds),
	damage: z.enum(Object.keys(damages) as Damage[]),
	tags: z.array(tag).min(1).max(4),
	aliases: z.array(z.string().min(2)).min(2),
	symptoms: symptoms.min(4),
	terms: z.array(z.string().min(2)).min(1),
	references,
	related: z.array(code).min(1),
	technologies: z.array(z.string()).default([]),
	disagreement: z.strictObject({ note: sentence, question: sentence }).optional(),
	ties: z
		.strictObject({
			add: z.array(statementLink).default([]),
			drop: z.array(statementLink).default([]),
		})
		.default({ add: [], drop: [] }),
	revision: z.number().int().positive(),
	change: z.strictObject({ class: z.enum(changeClasses), note: sentence }).optional(),
	reviewed: date,
	withdrawn: z
		.strictObject({ date, reason: sentence, successors: z.array(code).default([]) })
		.optional(),
}) satisfies z.ZodType<RuleData>;

/** A technology: `content/technologies/<slug>.md`. The body says what it is for and when it fits. */
export const technologySchema = z.strictObject({
	/** Name as it is shown. */
	name: z.string().min(2),
	/** Other names and spellings, for the search. */
	aliases: aliases.default([]),
	/** What kind of thing it is: "Database", "Message queue". */
	category: z.string().min(2),
});

export type Technology = z.output<typeof technologySchema>;

const selector = z
	.strictObject({
		codes: z.array(code).optional(),
		topics: z.array(z.string()).optional(),
		levels: z.array(z.enum(levels)).optional(),
		tags: z.array(tag).optional(),
		technologies: z.array(z.string()).optional(),
	})
	.refine((fields) => Object.keys(fields).length > 0, 'at least one field to select by');

/** A review pack: `content/packs/<slug>.md`. The body says when to use it and what it leaves out. */
export const packSchema = z.strictObject({
	title: z.string().min(2),
	aliases: aliases.default([]),
	order: z.number().int().positive(),
	summary: sentence,
	select: z.array(selector).min(1),
}) satisfies z.ZodType<Pack>;
