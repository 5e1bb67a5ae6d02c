import { z } from 'astro/zod';

/** A topic: `content/topics/<slug>.md`. The body is its introduction. */
export const topicSchema = z.strictObject({
	/** Name as it is shown. */
	title: z.string().min(2),
	/** Code prefix of its rules: two to five capitals. */
	prefix: z.string().regex(/^[A-Z]{2,5}$/, 'two to five capitals'),
	/** Place in lists of topics, from 1. */
	order: z.number().int().positive(),
	/** One sentence that says what the topic decides. */
	summary: z.string().min(40).max(180),
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
	aliases: z.array(z.string().min(2)).default([]),
	/** Slug of the topic it belongs to. */
	topic: z.string(),
	/** Slugs of related terms. */
	see: z.array(z.string()).min(1).max(4),
});

export type Term = z.output<typeof termSchema>;
