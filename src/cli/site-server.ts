import { createReadStream, existsSync, statSync } from 'node:fs';
import {
	createServer,
	type IncomingMessage,
	type RequestListener,
	type Server,
	type ServerResponse,
} from 'node:http';
import { join, normalize } from 'node:path';
import sirv from 'sirv';
import { getHeaders } from '../deploy/headers.ts';

const encodings = [
	{ name: 'br', extension: '.br' },
	{ name: 'gzip', extension: '.gz' },
];

/** Lists for hosts, which are no part of the site. */
const isHidden = /^\/_(headers|redirects)\b/;

/**
 * Returns a server of a built site that sends what the ready configurations send: headers, compressed
 * files, a slash behind the name of a folder, and the page for what is missing. The site stands under
 * `base`; outside of it there is nothing. A site that is replaced is seen at once.
 */
export function makeSiteServer(folder: string, base = ''): Server {
	const serveFile = sirv(folder, {
		// Looks at the disk for each request: a list made at the start would not see a new build.
		dev: true,
		etag: true,
		brotli: true,
		gzip: true,
		dotfiles: true,
		setHeaders: (response, path) => {
			setHeaders(response, path);
		},
	});
	const serve: RequestListener = (request, response) => {
		const url = new URL(request.url ?? '/', 'http://localhost');
		if (!url.pathname.startsWith(`${base}/`)) {
			response.writeHead(404).end();
			return;
		}
		const path = url.pathname.slice(base.length);
		if (isFolder(folder, path)) {
			response.writeHead(301, { location: `${base}${path}/${url.search}` }).end();
			return;
		}
		request.url = path + url.search;
		if (isHidden.test(path)) sendMissing(folder, request, response);
		else
			serveFile(request, response, () => {
				sendMissing(folder, request, response);
			});
	};
	return createServer(serve);
}

function setHeaders(response: ServerResponse, path: string): void {
	const isSecure = response.req.headers['x-forwarded-proto'] === 'https';
	for (const [name, value] of Object.entries(getHeaders(path, isSecure))) {
		response.setHeader(name, value);
	}
}

/** Returns whether a path without a slash at its end names a folder that has a page. */
function isFolder(folder: string, path: string): boolean {
	if (path.endsWith('/')) return false;
	const place = normalize(join(folder, decode(path), 'index.html'));
	return place.startsWith(normalize(folder)) && existsSync(place);
}

function sendMissing(folder: string, request: IncomingMessage, response: ServerResponse): void {
	const page = join(folder, '404.html');
	const accepted = request.headers['accept-encoding'] ?? '';
	const encoding = encodings.find(
		({ name, extension }) => accepted.includes(name) && existsSync(page + extension),
	);
	const file = page + (encoding?.extension ?? '');
	setHeaders(response, '/404.html');
	response.setHeader('Vary', 'Accept-Encoding');
	if (encoding) response.setHeader('Content-Encoding', encoding.name);
	response.writeHead(404, { 'Content-Length': statSync(file).size });
	createReadStream(file).pipe(response);
}

function decode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
