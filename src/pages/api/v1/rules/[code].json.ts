import type { APIContext, GetStaticPaths } from 'astro';
import { type ExportedRule, exportRules } from '../../../../site/exports.ts';

export const getStaticPaths = (async () => {
	const { version, rules } = await exportRules();
	return rules.map((rule) => ({
		params: { code: rule.id.toLowerCase() },
		props: { version, rule },
	}));
}) satisfies GetStaticPaths;

/** One rule, for programs that show it elsewhere. */
export function GET({ props }: APIContext<{ version: number; rule: ExportedRule }>): Response {
	return Response.json(props);
}
