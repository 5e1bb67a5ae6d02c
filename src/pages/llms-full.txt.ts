import { getLlmsFullTxt } from '../site/twins/llms.ts';

/** Every rule in full, for language models. */
export async function GET(): Promise<Response> {
	return new Response(await getLlmsFullTxt());
}
