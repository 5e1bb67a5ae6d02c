/** Files that are not kept: for programs, for previews elsewhere, and of no use without the network. */
const notKept: { match: RegExp; why: string }[] = [
	{ match: /^(sw\.js|offline\.json)$/, why: 'the worker and its list are always asked for anew' },
	{ match: /\.(br|gz)$/, why: 'a host sends them in place of the file itself' },
	{ match: /^(api|pictures|\.well-known)\//, why: 'for programs and for previews of links' },
	{
		match: /^(_\w+(\.map)?|robots\.txt|404\.html|sitemap.*|opensearch\.xml)$/,
		why: 'for hosts and robots',
	},
	{ match: /^(llms.*\.txt|rules\.csv|changes\.xml)$/, why: 'for programs' },
	{ match: /^r\//, why: 'the worker knows where short links lead' },
	{
		match: /^pagefind\/.*(-ui\.|highlight|wasm\.unknown)/,
		why: 'parts of the engine without use here',
	},
];

/** What every reader needs who keeps anything: scripts and styles, and the page that stands in for others. */
const core = /^(_astro\/|offline\/$|favicon\.svg$)/;

/** Returns the address at which a host serves a file of the built site. */
export function getAddress(file: string): string {
	return file.replace(/(^|\/)index\.html$/, '$1');
}

/** Tells whether what stands at an address can be kept. */
export function isKeepable(address: string): boolean {
	return !notKept.some(({ match }) => match.test(address));
}

/** Tells whether an address is kept as soon as anything is. */
export function isCore(address: string): boolean {
	return core.test(address);
}

/** Tells whether an address is that of a page. */
export function isPage(address: string): boolean {
	return address === '' || address.endsWith('/');
}
