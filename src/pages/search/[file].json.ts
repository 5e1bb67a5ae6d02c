import type { APIContext } from 'astro';
import { getSearchFiles, type SearchFile } from '../../site/search/files.ts';

/** One page per file of the search. */
export async function getStaticPaths(): Promise<
	{ params: { file: string }; props: { file: SearchFile } }[]
> {
	const files = Object.values(await getSearchFiles());
	return files.map((file) => ({ params: { file: file.name }, props: { file } }));
}

/** Returns a file of the search, as JSON. */
export function GET({ props }: APIContext<{ file: SearchFile }>): Response {
	return new Response(props.file.text, {
		headers: { 'content-type': 'application/json; charset=utf-8' },
	});
}
