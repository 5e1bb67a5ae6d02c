import { isKeepable } from './files.ts';

/**
 * What the worker does with a request.
 * - `pass`: leaves it to the browser.
 * - `asset`: takes it from any cache, for its name holds the hash of its content.
 * - `names`, `text`: the search by name and in texts; both from one build.
 * - `page`: asks the network, and takes what is kept where it fails or is slow.
 */
export type Strategy = 'pass' | 'asset' | 'names' | 'text' | 'page';

/** What decides about a request. */
export interface Asked {
	method: string;
	/** Within the site; undefined for what lies elsewhere. */
	address: string | undefined;
	/** Asks for a part of a file: what is kept is whole. */
	hasRange: boolean;
}

const strategies: { strategy: Strategy; match: (address: string) => boolean }[] = [
	{ strategy: 'asset', match: (address) => address.startsWith('_astro/') },
	{ strategy: 'names', match: (address) => /^search\/.+\.json$/.test(address) },
	{ strategy: 'text', match: (address) => address.startsWith('pagefind/') },
	{ strategy: 'page', match: (address) => address.startsWith('r/') || isKeepable(address) },
	{ strategy: 'pass', match: () => true },
];

/** Returns what to do with a request. */
export function getStrategy({ method, address, hasRange }: Asked): Strategy {
	if (method !== 'GET' || hasRange || address === undefined) return 'pass';
	return strategies.find(({ match }) => match(address))?.strategy ?? 'pass';
}

/** What decides whether an answer may be kept: `Response` has it. */
export interface Answer {
	status: number;
	type: string;
	redirected: boolean;
}

/** Tells whether an answer is the file itself: no error, no part, nothing opaque, nothing from another address. */
export function isWhole({ status, type, redirected }: Answer): boolean {
	return status === 200 && type === 'basic' && !redirected;
}

/** Tells whether what is kept is better than an answer: none in time, or a fault of the host. */
export function isWorse(answer: { status: number } | undefined): boolean {
	return answer === undefined || answer.status >= 500;
}

/** Returns other addresses at which an unkept page may be kept: with its slash, or where a short link leads. */
export function getDetour(address: string): string | undefined {
	const code = /^r\/([^/]+)\/?$/.exec(address)?.[1];
	if (code !== undefined) return `rules/${code.toLowerCase()}/`;
	const isFolder = address !== '' && !address.endsWith('/') && !/\.\w+$/.test(address);
	return isFolder ? `${address}/` : undefined;
}
