import { getLlmsTxt } from '../site/twins/llms.ts';

/** The index for language models. */
export async function GET(): Promise<Response> {
	return new Response(await getLlmsTxt());
}
