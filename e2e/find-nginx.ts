import { findProgram, installPackage, usable } from './find-program.ts';

const places = [
	'/usr/sbin/nginx',
	'/usr/local/sbin/nginx',
	'/usr/bin/nginx',
	'/opt/homebrew/bin/nginx',
];

const findSystem = (): string | undefined => places.find((path) => usable(path));

/** Returns the path of nginx: NGINX_PATH, the system's, else one that could be installed. */
export function findNginx(): string | undefined {
	return findProgram([
		() => usable(process.env.NGINX_PATH),
		findSystem,
		() => (installPackage('nginx') ? findSystem() : undefined),
	]);
}
