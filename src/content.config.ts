import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { articleLoader, type RenderedArticle } from './collections/article-loader.ts';
import { documentLoader, type StoredEntry } from './collections/document-loader.ts';
import { entryLoader, type RenderedText } from './collections/entry-loader.ts';
import { guideLoader } from './collections/guide-loader.ts';
import {
	type Registry,
	registryLoader,
	type RenderedRule,
	ruleLoader,
} from './collections/rule-loader.ts';
import type { Term, Topic } from './collections/schemas.ts';
import type { Pack } from './rules/packs.ts';

export const collections = {
	documents: defineCollection({ loader: documentLoader(), schema: z.custom<StoredEntry>() }),
	rules: defineCollection({ loader: ruleLoader(), schema: z.custom<RenderedRule>() }),
	registry: defineCollection({ loader: registryLoader(), schema: z.custom<Registry>() }),
	topics: defineCollection({
		loader: entryLoader('topics', (content) => content.topics),
		schema: z.custom<Topic & RenderedText>(),
	}),
	glossary: defineCollection({
		loader: entryLoader('glossary', (content) => content.terms),
		schema: z.custom<Term & RenderedText>(),
	}),
	articles: defineCollection({ loader: articleLoader(), schema: z.custom<RenderedArticle>() }),
	packs: defineCollection({
		loader: entryLoader('packs', (content) => content.packs),
		schema: z.custom<Pack & RenderedText>(),
	}),
	docs: defineCollection({ loader: guideLoader(), schema: docsSchema() }),
};
