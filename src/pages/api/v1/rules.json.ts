import { exportRules } from '../../../site/exports.ts';

/** All rules, for programs. */
export async function GET(): Promise<Response> {
	return Response.json(await exportRules());
}
