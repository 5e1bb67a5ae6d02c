const page = 'text/html; charset=utf-8';

/** Types of files by extension, as every host should send them. */
export const types: Readonly<Record<string, string>> = {
	html: page,
	css: 'text/css; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	json: 'application/json; charset=utf-8',
	md: 'text/markdown; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
	csv: 'text/csv; charset=utf-8',
	xml: 'application/xml; charset=utf-8',
	svg: 'image/svg+xml',
	png: 'image/png',
	ico: 'image/x-icon',
	woff2: 'font/woff2',
	wasm: 'application/wasm',
	webmanifest: 'application/manifest+json',
};

const other = 'application/octet-stream';

/** Returns the type of a file by its name; an address that ends in `/` is a page's. */
export function getType(path: string): string {
	if (path.endsWith('/')) return page;
	return types[path.slice(path.lastIndexOf('.') + 1)] ?? other;
}

/** Extensions of files that get smaller: fonts and pictures are compressed already, Pagefind's parts too. */
export const isCompressible = /\.(html|css|js|json|md|txt|csv|xml|svg|webmanifest)$/;
