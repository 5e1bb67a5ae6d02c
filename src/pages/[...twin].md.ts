import type { APIContext, GetStaticPaths } from 'astro';
import { getGuideTwins } from '../site/guide.ts';
import type { Twin } from '../site/twins/markdown.ts';
import { getTwins } from '../site/twins/twins.ts';

export const getStaticPaths = (async () => {
	const twins = [...(await getTwins()), ...(await getGuideTwins())];
	return twins.map((twin) => ({
		params: { twin: twin.url.slice(1, -'.md'.length) },
		props: { twin },
	}));
}) satisfies GetStaticPaths;

/** The Markdown twin of a page. */
export function GET({ props, params, site }: APIContext<{ twin: Twin }>): Response {
	// An agent file leaves the site: its links have to lead back.
	const isAgent = params.twin?.startsWith('agents/');
	const { text } = props.twin;
	const body = isAgent && site ? text.replaceAll('](/', `](${site.origin}/`) : text;
	return new Response(body, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
}
