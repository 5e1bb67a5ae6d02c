import type { ElementContent } from 'hast';
import { all, createLowlight } from 'lowlight';

/** The languages that are highlighted, as readers know them. */
const names = new Map([
	['bash', 'Shell'],
	['diff', 'Diff'],
	['dockerfile', 'Dockerfile'],
	['graphql', 'GraphQL'],
	['html', 'HTML'],
	['http', 'HTTP'],
	['ini', 'INI'],
	['java', 'Java'],
	['javascript', 'JavaScript'],
	['json', 'JSON'],
	['lua', 'Lua'],
	['markdown', 'Markdown'],
	['nginx', 'nginx'],
	['properties', 'Properties'],
	['protobuf', 'Protocol Buffers'],
	['python', 'Python'],
	['sql', 'SQL'],
	['toml', 'TOML'],
	['typescript', 'TypeScript'],
	['xml', 'XML'],
	['yaml', 'YAML'],
]);

/** What authors write for them. */
const aliases = new Map([
	['sh', 'bash'],
	['shell', 'bash'],
	['js', 'javascript'],
	['md', 'markdown'],
	['proto', 'protobuf'],
	['py', 'python'],
	['html', 'xml'],
	['toml', 'ini'],
	['ts', 'typescript'],
	['yml', 'yaml'],
]);

const lowlight = createLowlight(
	Object.fromEntries(Object.entries(all).filter(([language]) => names.has(language))),
);

/** Code in parts, with the name of its language. */
export interface Highlighted {
	/** Undefined for a language that is not highlighted. */
	name: string | undefined;
	parts: ElementContent[];
}

/** Returns code with its parts in `hljs-…` classes; that of an unknown language as it is. */
export function highlight(code: string, language: string): Highlighted {
	const known = aliases.get(language) ?? language;
	const name = names.get(language) ?? names.get(known);
	if (name === undefined) return { name, parts: [{ type: 'text', value: code }] };
	const { children } = lowlight.highlight(known, code);
	const parts = children.filter((child): child is ElementContent => child.type !== 'doctype');
	return { name, parts };
}
