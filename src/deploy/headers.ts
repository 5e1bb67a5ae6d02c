import { headerPolicy } from './policy.ts';
import { getType } from './types.ts';

export type Headers = Readonly<Record<string, string>>;

interface HeaderRule {
	/** A path, with at most one `*` that stands for anything. */
	path: string;
	headers: Headers;
	why: string;
}

const year = 'public, max-age=31536000, immutable';

/** Features of browsers that no page uses, and that a page of the site may therefore not ask for. */
const unused = [
	'accelerometer',
	'autoplay',
	'camera',
	'clipboard-read',
	'display-capture',
	'encrypted-media',
	'fullscreen',
	'geolocation',
	'gyroscope',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'picture-in-picture',
	'publickey-credentials-get',
	'screen-wake-lock',
	'usb',
	'xr-spatial-tracking',
];

/** Asked for over TLS only: a browser ignores it elsewhere, and a server must not send it there. */
export const transport: Headers = {
	'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
};

/** What every response carries. */
export const everywhere: Headers = {
	'Content-Security-Policy': headerPolicy,
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Permissions-Policy': [...unused.map((name) => `${name}=()`), 'clipboard-write=(self)'].join(
		', ',
	),
	'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Files whose name stays while their content changes: a browser asks whether its copy still holds. */
export const caching: Headers = { 'Cache-Control': 'public, max-age=0, must-revalidate' };

const immutable: Headers = { 'Cache-Control': year };
const own: Headers = { 'Cross-Origin-Resource-Policy': 'same-origin' };
const shared: Headers = {
	'Access-Control-Allow-Origin': '*',
	'Cross-Origin-Resource-Policy': 'cross-origin',
};

/**
 * What some paths carry besides. Hosts join the values of a header that two rules set, so no path gets
 * one from two of them.
 */
export const rules: readonly HeaderRule[] = [
	{
		path: '/_astro/*',
		headers: { ...immutable, ...own },
		why: 'Names hold a hash of the content.',
	},
	{ path: '/pagefind/*', headers: own, why: 'Serves the text search of this site.' },
	{ path: '/pagefind/fragment/*', headers: immutable, why: 'Names hold a hash.' },
	{ path: '/pagefind/index/*', headers: immutable, why: 'Names hold a hash.' },
	{ path: '/pagefind/filter/*', headers: immutable, why: 'Names hold a hash.' },
	{ path: '/search/*.json', headers: { ...immutable, ...own }, why: 'Names hold a hash.' },
	{
		path: '/sw.js',
		headers: { 'Cache-Control': 'no-cache' },
		why: 'A new worker is seen at once.',
	},
	{ path: '/api/*', headers: shared, why: 'Data for programs of other sites.' },
	{ path: '/rules.csv', headers: shared, why: 'Data for programs of other sites.' },
	{ path: '/pictures/*', headers: shared, why: 'Shown where a link to a rule is unfolded.' },
	{
		path: '/*.md',
		headers: { ...shared, 'Content-Type': getType('.md') },
		why: 'Markdown twins and agent files; not every host knows their type.',
	},
	{
		path: '/changes.xml',
		headers: { ...shared, 'Content-Type': 'application/atom+xml; charset=utf-8' },
		why: 'Feed readers of other sites; the extension does not say that it is a feed.',
	},
	{
		path: '/opensearch.xml',
		headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
		why: 'Browsers take a search engine of this type only.',
	},
];

/** Returns the headers of a response, by the path of the file; those for TLS where it is used. */
export function getHeaders(path: string, isSecure: boolean): Headers {
	const special = rules.filter((rule) => isMatch(rule.path, path));
	return {
		'Content-Type': getType(path),
		...caching,
		...everywhere,
		...(isSecure && transport),
		...Object.assign({}, ...special.map(({ headers }) => headers)),
	} as Headers;
}

/** Returns the `_headers` file of Netlify and Cloudflare Pages, whose own default is `caching`. */
export function formatHeadersFile(base = ''): string {
	const all = [{ path: '/*', headers: { ...everywhere, ...transport } }, ...rules];
	return all
		.map(({ path, headers }) => {
			const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
			return `${base}${path}\n${lines.join('\n')}\n`;
		})
		.join('\n');
}

/** Returns whether a path is meant by a pattern with at most one `*`. */
export function isMatch(pattern: string, path: string): boolean {
	const [before = '', after] = pattern.split('*');
	if (after === undefined) return pattern === path;
	return (
		path.length >= before.length + after.length && path.startsWith(before) && path.endsWith(after)
	);
}
