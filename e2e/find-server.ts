import { findProgram, installPackage, usable } from './find-program.ts';

const folders = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** Returns the path of nginx: NGINX_PATH, the system's, else one that could be installed. */
export function findNginx(): string | undefined {
	return findProgram([
		() => usable(process.env.NGINX_PATH),
		() => findSystem('nginx'),
		() => (installPackage('nginx') ? findSystem('nginx') : undefined),
	]);
}

/** Returns the path of Caddy: CADDY_PATH or the system's. None is installed: nginx shows most of it. */
export function findCaddy(): string | undefined {
	return findProgram([() => usable(process.env.CADDY_PATH), () => findSystem('caddy')]);
}

function findSystem(name: string): string | undefined {
	return folders.map((folder) => `${folder}/${name}`).find((path) => usable(path));
}
