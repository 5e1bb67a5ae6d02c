import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

/** A way to a program: returns the path of one that can be run, and may install it for that. */
export type Way = () => string | undefined;

/** Returns what the first way that works finds; undefined where none does. */
export function findProgram(ways: readonly Way[]): string | undefined {
	for (const way of ways) {
		const path = way();
		if (path) return path;
	}
	return undefined;
}

/** Returns a path if it is that of a program. */
export function usable(path: string | undefined): string | undefined {
	if (!path) return undefined;
	try {
		accessSync(path, constants.X_OK);
		return path;
	} catch {
		return undefined;
	}
}

/** Installs a package of Debian, where this is root. Returns whether it is there now. */
export function installPackage(name: string): boolean {
	const isDebianRoot = process.getuid?.() === 0 && usable('/usr/bin/apt-get') !== undefined;
	return (
		isDebianRoot &&
		install(name, 'apt-get', ['update']) &&
		install(name, 'apt-get', ['install', '--yes', '--no-install-recommends', name])
	);
}

/** Runs an installer with its output shown. A failure is no error here: the next way is tried. */
export function install(missing: string, command: string, args: string[]): boolean {
	console.log(`No ${missing} yet: ${command} ${args.join(' ')}`);
	try {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		execFileSync(command, args, { stdio: 'inherit', env, timeout: 600_000 });
		return true;
	} catch {
		return false;
	}
}
