import type { CheckName } from '../kinds.ts';
import type { Check } from '../model.ts';

/** The check of each kind. Loaded when there is a snippet for it: some of the tools are large. */
export const checks: Record<CheckName, () => Promise<Check>> = {
	'sql run': async () => (await import('./sql.ts')).sql,
	'yaml openapi': async () => (await import('./openapi.ts')).openapi,
	yaml: async () => (await import('./yaml.ts')).yaml,
	json: async () => (await import('./json.ts')).json,
	'ts check': async () => (await import('./ts-check.ts')).tsCheck,
	ts: async () => (await import('./script.ts')).tsParse,
	js: async () => (await import('./script.ts')).jsParse,
	graphql: async () => (await import('./graphql.ts')).graphql,
	proto: async () => (await import('./proto.ts')).proto,
	python: async () => (await import('./python.ts')).python,
	java: async () => (await import('./java.ts')).java,
	sh: async () => (await import('./sh.ts')).sh,
	mermaid: async () => (await import('./mermaid.ts')).mermaid,
};
