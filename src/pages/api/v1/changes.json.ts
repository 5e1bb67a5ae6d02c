import { exportChanges } from '../../../site/exports.ts';

/** Changes of rules by release, for programs. */
export async function GET(): Promise<Response> {
	return Response.json(await exportChanges());
}
