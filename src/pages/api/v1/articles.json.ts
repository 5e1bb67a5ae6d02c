import { exportArticles } from '../../../site/exports.ts';

/** All articles as data. */
export async function GET(): Promise<Response> {
	return Response.json(await exportArticles());
}
