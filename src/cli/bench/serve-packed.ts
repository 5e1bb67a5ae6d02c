import { readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Sent } from './tally.ts';

/** A served folder: where it is, and what it has sent since that was last taken. */
export interface PackedSite {
	origin: string;
	takeSent: () => Sent[];
	close: () => void;
}

interface Answer {
	status: number;
	headers: Record<string, string>;
	body: Buffer;
}

/** Types of text are sent compressed; everything else is compressed already or not worth it. */
const textTypes: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.xml': 'application/xml',
	'.txt': 'text/plain; charset=utf-8',
	'.md': 'text/markdown; charset=utf-8',
	'.webmanifest': 'application/manifest+json',
};

/** Types that a browser insists on. */
const otherTypes: Record<string, string> = { '.wasm': 'application/wasm', '.woff2': 'font/woff2' };

/**
 * Serves a folder on a free port of this machine, text as Brotli of the highest quality, and keeps the
 * size of every body. The same server measures every site, so that none is favored by its host.
 */
export async function servePacked(folder: string): Promise<PackedSite> {
	const answers = new Map<string, Answer>();
	let sent: Sent[] = [];
	const server = createServer((request, response) => {
		const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
		const answer = answers.get(path) ?? makeAnswer(folder, path);
		answers.set(path, answer);
		sent.push({ path, bytes: answer.body.length });
		send(response, answer);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		takeSent: () => {
			const taken = sent;
			sent = [];
			return taken;
		},
		close: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}

function makeAnswer(folder: string, path: string): Answer {
	const file = findFile(folder, path);
	if (file !== undefined) return packFile(file, 200);
	const missing = findFile(folder, '/404.html');
	if (missing !== undefined) return packFile(missing, 404);
	return { status: 404, headers: {}, body: Buffer.alloc(0) };
}

function findFile(folder: string, path: string): string | undefined {
	// A path that is normalized from its root cannot leave the folder.
	const file = join(folder, normalize(path));
	const candidates = [file, join(file, 'index.html'), `${file}.html`];
	return candidates.find((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
}

function packFile(file: string, status: number): Answer {
	const plain = readFileSync(file);
	const text = textTypes[extname(file)];
	const headers = {
		'content-type': text ?? otherTypes[extname(file)] ?? 'application/octet-stream',
		'cache-control': 'max-age=600',
	};
	// The default quality of Node's Brotli is its highest, 11.
	if (text !== undefined) {
		const body = brotliCompressSync(plain);
		return { status, headers: { ...headers, 'content-encoding': 'br' }, body };
	}
	return { status, headers, body: plain };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
	response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
}
