import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installPackages } from '../install.ts';
import type { Peer } from './types.ts';

/** Builds the documents of a folder with another generator. Returns the built site and the seconds it took. */
export function buildPeer(
	peer: Peer,
	documents: string,
	folder: string,
): { dist: string; seconds: number } {
	installPackages(folder, peer.packages);
	const names = readdirSync(documents).map((name) => name.replace(/\.md$/, ''));
	for (const [path, text] of Object.entries(peer.makeFiles(names))) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	cpSync(documents, join(folder, peer.documents), { recursive: true });
	const [program, ...args] = peer.build;
	const start = performance.now();
	execFileSync(join(folder, 'node_modules/.bin', program), args, {
		cwd: folder,
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
		// What goes to the error channel is shown if the build fails.
		stdio: ['ignore', 'ignore', 'pipe'],
		maxBuffer: 1e9,
	});
	return { dist: join(folder, peer.dist), seconds: (performance.now() - start) / 1000 };
}
