import { getCatalog } from '../../site/review.ts';

/** The rules as the review workspace needs them. */
export async function GET(): Promise<Response> {
	return Response.json(await getCatalog());
}
