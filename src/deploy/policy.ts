import type { InlineParts } from './inline.ts';

interface Directive {
	name: string;
	sources: string;
	why: string;
	/**
	 * Who says it. A page says what depends on its own text, in a `<meta>`: a host's configuration would
	 * have to change with each build. The header says what a page cannot, and repeats the rest.
	 */
	saidBy: 'page' | 'header' | 'both';
}

/** What a page may load and do; everything else is refused. */
export const directives: readonly Directive[] = [
	{
		name: 'default-src',
		sources: "'none'",
		why: 'Nothing is allowed that is not listed.',
		saidBy: 'page',
	},
	{
		name: 'script-src',
		sources: "'self' 'wasm-unsafe-eval'",
		why: 'Files of the site, and the WebAssembly of the text search; inline scripts by their hash.',
		saidBy: 'page',
	},
	{
		name: 'style-src-elem',
		sources: "'self'",
		why: 'Stylesheets of the site; inline ones by their hash.',
		saidBy: 'page',
	},
	{
		name: 'style-src-attr',
		sources: "'unsafe-inline'",
		why: 'Style attributes set depths and widths; they run nothing.',
		saidBy: 'both',
	},
	{
		name: 'img-src',
		sources: "'self' data:",
		why: 'Pictures of the site; stylesheets hold small icons as data.',
		saidBy: 'both',
	},
	{ name: 'font-src', sources: "'self'", why: 'Fonts come from the site.', saidBy: 'both' },
	{
		name: 'connect-src',
		sources: "'self'",
		why: 'The search and the reviews fetch data of the site.',
		saidBy: 'both',
	},
	{
		name: 'worker-src',
		sources: "'self'",
		why: 'The text search and reading offline run in workers.',
		saidBy: 'both',
	},
	{
		name: 'manifest-src',
		sources: "'self'",
		why: 'A manifest may come from the site.',
		saidBy: 'both',
	},
	{
		name: 'form-action',
		sources: "'self'",
		why: 'The search form leads to the search page.',
		saidBy: 'both',
	},
	{
		name: 'base-uri',
		sources: "'none'",
		why: 'No element may move all relative addresses.',
		saidBy: 'both',
	},
	{
		name: 'object-src',
		sources: "'none'",
		why: 'No plugins; for the header, which has no default.',
		saidBy: 'header',
	},
	{
		name: 'frame-src',
		sources: "'none'",
		why: 'No frames; for the header, which has no default.',
		saidBy: 'header',
	},
	{
		name: 'frame-ancestors',
		sources: "'none'",
		why: 'No other site shows a page in a frame. Browsers take this from a header only.',
		saidBy: 'header',
	},
];

/** The policy of the header, the same for every file: two policies both hold. */
export const headerPolicy = formatPolicy(directives.filter(({ saidBy }) => saidBy !== 'page'));

const ownPolicy = /<meta http-equiv="content-security-policy"[^>]*>/i;

/** Where the policy goes: before anything that loads, behind the character set, which must come early. */
const start = /<head(?:\s[^>]*)?>\s*(?:<meta charset="?[\w-]+"?\s*\/?>)?/i;

/** Returns the policy of a page that holds these inline parts. */
export function makePagePolicy({
	scripts,
	styles,
}: Pick<InlineParts, 'scripts' | 'styles'>): string {
	const hashes: Record<string, string[]> = { 'script-src': scripts, 'style-src-elem': styles };
	return formatPolicy(
		directives
			.filter(({ saidBy }) => saidBy !== 'header')
			.map(({ name, sources }) => ({
				name,
				sources: [sources, ...(hashes[name] ?? [])].join(' '),
			})),
	);
}

/** Returns a page with a policy in its head, in place of one that it had; undefined without a head. */
export function addPolicy(html: string, policy: string): string | undefined {
	const bare = html.replace(ownPolicy, '');
	if (!start.test(bare)) return undefined;
	const element = `<meta http-equiv="content-security-policy" content="${policy}">`;
	return bare.replace(start, (head) => head + element);
}

function formatPolicy(all: readonly Pick<Directive, 'name' | 'sources'>[]): string {
	return all.map(({ name, sources }) => `${name} ${sources}`).join('; ');
}
