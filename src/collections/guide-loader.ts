import { glob, type Loader } from 'astro/loaders';
import { contentRoot } from './content.ts';

/**
 * Loads the guide, each page anew: what Astro keeps of a page knows its text alone, and a page depends
 * on the titles of rules and on the code that shows its blocks as well.
 */
export function guideLoader(): Loader {
	const pages = glob({ base: `${contentRoot}/content`, pattern: 'guide/**/*.md' });
	return {
		name: 'plumbline-guide',
		load: async (context) => {
			context.store.clear();
			await pages.load(context);
		},
	};
}
