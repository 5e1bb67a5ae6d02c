import type { APIContext } from 'astro';
import { makeOpenSearch } from '../site/search/opensearch.ts';

/** Tells browsers how to search the site. */
export function GET({ site }: APIContext): Response {
	return new Response(makeOpenSearch(site?.href), {
		headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
	});
}
