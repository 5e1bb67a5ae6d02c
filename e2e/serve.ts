import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** Serves a built site as a static host does: `node e2e/serve.ts DIST PORT`. */
const [dist = 'dist', port = '4329'] = process.argv.slice(2);
const missing = readFileSync(join(dist, '404.html'));
const serve = sirv(dist, { dev: false });

createServer((request, response) => {
	serve(request, response, () => {
		response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(missing);
	});
}).listen(Number(port));
