import type { APIContext } from 'astro';
import { exportFeed } from '../site/exports.ts';

/** Changes of rules by release, for feed readers. */
export async function GET({ site }: APIContext): Promise<Response> {
	return new Response(await exportFeed(site?.href), {
		headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
	});
}
