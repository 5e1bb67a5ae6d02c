import type { APIContext, GetStaticPaths } from 'astro';
import { getGuideTwins } from '../site/guide.ts';
import { getTwins } from '../site/twins/twins.ts';

export const getStaticPaths = (async () => {
	const twins = [...(await getTwins()), ...(await getGuideTwins())];
	return twins.map(({ url, text }) => ({
		params: { twin: url.slice(1, -'.md'.length) },
		props: { text },
	}));
}) satisfies GetStaticPaths;

/** The Markdown twin of a page. */
export function GET({ props, params, site }: APIContext<{ text: string }>): Response {
	// An agent file leaves the site: its links have to lead back.
	const isAgent = params.twin?.startsWith('agents/');
	const text = isAgent && site ? props.text.replaceAll('](/', `](${site.origin}/`) : props.text;
	return new Response(text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
}
