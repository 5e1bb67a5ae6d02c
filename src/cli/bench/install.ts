import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs packages of exact versions into a folder of their own. What only a measurement needs is no
 * dependency of the site, which stays small for everybody else.
 */
export function installPackages(folder: string, packages: Record<string, string>): void {
	mkdirSync(folder, { recursive: true });
	const manifest = { private: true, type: 'module', dependencies: packages };
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, undefined, '\t'));
	const args = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
	execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}
