import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { root } from '../collections/content.ts';
import { parseSiteAddress } from '../relocate/address.ts';
import { makeSiteServer } from './site-server.ts';

const usage = 'usage: node src/cli/serve.ts [FOLDER [PORT [BASE]]]';

process.exitCode = main(process.argv.slice(2));

/** Serves a built site as a host does, until it is stopped. */
function main(args: string[]): number {
	const [folder = process.env.OUT_DIR ?? 'dist', port = '4321', base = getBase()] = args;
	const site = resolve(root, folder);
	if (args.length > 3 || !/^\d+$/.test(port)) return fail(usage, 2);
	if (!existsSync(join(site, '404.html'))) {
		return fail(
			`Unexpected folder “${relative(root, site)}” without a built site, expected one. Run npm run build.`,
			1,
		);
	}
	const server = makeSiteServer(site, base);
	server.on('error', (error) => {
		process.exitCode = fail(`Port ${port} cannot be used: ${error.message}.`, 1);
	});
	server.listen(Number(port), () => {
		console.log(`${relative(root, site)}/ at http://localhost:${port}${base}/`);
	});
	return 0;
}

function fail(message: string, code: number): number {
	console.error(message);
	return code;
}

/** The path that the build moved the site under. */
function getBase(): string {
	return parseSiteAddress('', process.env.BASE_PATH).base;
}
