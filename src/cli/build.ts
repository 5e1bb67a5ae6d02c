import { join, resolve } from 'node:path';
import { root } from '../collections/content.ts';
import { buildSite } from './build-site.ts';

process.exitCode = await main();

async function main(): Promise<number> {
	const target = resolve(root, process.env.OUT_DIR ?? 'dist');
	// The new site is made beside the old one, which is replaced only once nothing is wrong.
	const next = process.env.OUT_DIR ? `${target}.next` : join(root, '.build');
	return (await buildSite(target, next)) ? 0 : 1;
}
