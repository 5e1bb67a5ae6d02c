import { getGuide } from './model.ts';
import type { Twin } from './twins/markdown.ts';

/** Returns the guide's pages as the Markdown that they are written in. */
export async function getGuideTwins(): Promise<Twin[]> {
	return (await getGuide()).map(({ id, title, body }) => ({
		url: `/${id}.md`,
		text: `# ${title}\n\n${body.trim()}\n`,
	}));
}
