import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { documentLoader } from './collections/document-loader.ts';
import { entryLoader } from './collections/entry-loader.ts';

export const collections = {
	documents: defineCollection({ loader: documentLoader() }),
	topics: defineCollection({ loader: entryLoader('topics', (content) => content.topics) }),
	glossary: defineCollection({ loader: entryLoader('glossary', (content) => content.terms) }),
	docs: defineCollection({
		loader: glob({ base: './content', pattern: 'guide/**/*.md' }),
		schema: docsSchema(),
	}),
};
