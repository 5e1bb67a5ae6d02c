import { defineConfig } from '@playwright/test';
import { browserArgs } from './e2e/browser-args.ts';

const port = 4329;

export default defineConfig({
	testDir: 'e2e',
	fullyParallel: true,
	forbidOnly: Boolean(process.env.CI),
	// The machine may be busy: time limits catch what hangs, they measure nothing.
	timeout: 60_000,
	expect: { timeout: 15_000 },
	// A second try tells a fault of the site from one of a busy machine; the closing line counts it.
	retries: 1,
	workers: 2,
	reporter: [['list'], ['./e2e/closing-line.ts']],
	use: {
		baseURL: `http://localhost:${port}`,
		launchOptions: {
			...(process.env.CHROME_PATH && { executablePath: process.env.CHROME_PATH }),
			args: browserArgs,
		},
	},
	webServer: {
		command: `node src/cli/serve.ts dist ${port}`,
		url: `http://localhost:${port}/`,
		// A server that somebody left running would serve another build.
		reuseExistingServer: false,
	},
});
