import { getArticleTwins } from './article-twins.ts';
import { getIndexTwins } from './index-twins.ts';
import type { Twin } from './markdown.ts';
import { getPackTwins } from './pack-twins.ts';
import { getPageTwins } from './page-twins.ts';
import { getRuleTwins } from './rule-twins.ts';
import { getSourceTwins } from './source-twins.ts';
import { getTopicTwins } from './topic-twins.ts';

/** Returns the twins of all pages that hold content, apart from the guide's, which is Markdown already. */
export async function getTwins(): Promise<Twin[]> {
	const twins = await Promise.all([
		getIndexTwins(),
		getRuleTwins(),
		getTopicTwins(),
		getSourceTwins(),
		getPackTwins(),
		getArticleTwins(),
		getPageTwins(),
	]);
	return twins.flat();
}
