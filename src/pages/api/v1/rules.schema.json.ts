import { getRulesSchema } from '../../../site/exports.ts';

/** The shape of `/api/v1/rules.json`. */
export function GET(): Response {
	return Response.json(getRulesSchema());
}
