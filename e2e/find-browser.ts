import { chromium } from '@playwright/test';
import { findProgram, install, installPackage, usable, type Way } from './find-program.ts';

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

/** Ways to a browser, the least effort first. */
const ways: Way[] = [
	() => usable(process.env.CHROME_PATH),
	findOwn,
	findSystem,
	() => (install('browser', 'npx', ['playwright', 'install', 'chromium']) ? findOwn() : undefined),
	() => (installPackage('chromium') ? findSystem() : undefined),
];

/**
 * Returns the path of a Chromium or Chrome: CHROME_PATH, Playwright's own, the system's, else one that
 * could be installed. Undefined where none of this works.
 */
export function findBrowser(): string | undefined {
	return findProgram(ways);
}

function findOwn(): string | undefined {
	return usable(chromium.executablePath());
}

function findSystem(): string | undefined {
	return systemBrowsers.find((path) => usable(path));
}
