import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { root } from '../../collections/content.ts';
import { getDist, type Settings } from './settings.ts';

/** The site's own server, which sends the headers of a host. */
const serverProgram = join(root, 'src/cli/serve.ts');

export interface ServedSite {
	origin: string;
	close: () => void;
}

/** Returns the host that the command line names, or starts the site's own server. */
export async function serveSite(settings: Settings): Promise<ServedSite> {
	if (settings.server !== undefined) return { origin: settings.server, close: () => undefined };
	const port = await findPort();
	const server = spawn('node', [serverProgram, getDist(settings), String(port)], {
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const origin = `http://localhost:${port}`;
	await waitForAnswer(`${origin}/`);
	return { origin, close: () => server.kill() };
}

/** Returns a port that nobody listens on. */
export async function findPort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((resolve) => probe.listen(0, resolve));
	const address = probe.address();
	await new Promise((resolve) => probe.close(resolve));
	if (address === null || typeof address === 'string') throw new Error('No port is free.');
	return address.port;
}

async function waitForAnswer(url: string): Promise<void> {
	for (let i = 0; i < 100; i++) {
		const isUp = await fetch(url).then(
			({ ok }) => ok,
			() => false,
		);
		if (isUp) return;
		await setTimeout(200);
	}
	throw new Error(`Unexpected silence of ${url} for 20 s, expected an answer.`);
}
