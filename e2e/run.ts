import { spawnSync } from 'node:child_process';
import { findBrowser } from './find-browser.ts';

/** Finds a browser, then runs the browser tests with it. Arguments go to Playwright. */
const browser = findBrowser();
if (browser) {
	const env = { ...process.env, CHROME_PATH: browser };
	const args = ['playwright', 'test', ...process.argv.slice(2)];
	process.exitCode = spawnSync('npx', args, { stdio: 'inherit', env }).status ?? 1;
} else {
	console.error(
		'No browser for the browser tests: install Chromium or Chrome and set CHROME_PATH to its program.',
	);
	process.exitCode = 1;
}
