import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { chromium } from '@playwright/test';

const systemBrowsers = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Ways to a browser, the least effort first. Each returns the path of one that can be run. */
const ways: (() => string | undefined)[] = [
	() => usable(process.env.CHROME_PATH),
	findOwn,
	findSystem,
	() => (install('npx', ['playwright', 'install', 'chromium']) ? findOwn() : undefined),
	() =>
		isDebianRoot() &&
		install('apt-get', ['update']) &&
		install('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'])
			? findSystem()
			: undefined,
];

/**
 * Returns the path of a Chromium or Chrome: CHROME_PATH, Playwright's own, the system's, else one that
 * could be installed. Undefined where none of this works.
 */
export function findBrowser(): string | undefined {
	for (const way of ways) {
		const path = way();
		if (path) return path;
	}
	return undefined;
}

function usable(path: string | undefined): string | undefined {
	if (!path) return undefined;
	try {
		accessSync(path, constants.X_OK);
		return path;
	} catch {
		return undefined;
	}
}

function findOwn(): string | undefined {
	return usable(chromium.executablePath());
}

function findSystem(): string | undefined {
	return systemBrowsers.find((path) => usable(path));
}

function isDebianRoot(): boolean {
	return process.getuid?.() === 0 && usable('/usr/bin/apt-get') !== undefined;
}

/** Runs an installer with its output shown. A failure is no error here: the next way is tried. */
function install(command: string, args: string[]): boolean {
	console.log(`No browser yet: ${command} ${args.join(' ')}`);
	try {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		execFileSync(command, args, { stdio: 'inherit', env, timeout: 600_000 });
		return true;
	} catch {
		return false;
	}
}
