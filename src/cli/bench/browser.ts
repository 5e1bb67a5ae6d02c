import { type Browser, type CDPSession, chromium } from '@playwright/test';
import { browserArgs } from '../../../e2e/browser-args.ts';
import { findBrowser } from '../../../e2e/find-browser.ts';

/** A network as in Lighthouse's mobile setting: 1.6 Mbit/s down, 750 kbit/s up, 150 ms. */
export const slowNetwork = {
	offline: false,
	latency: 150,
	downloadThroughput: 1.6e6 / 8,
	uploadThroughput: 7.5e5 / 8,
};

/** How many times slower the CPU is made where times are measured. */
export const slowCpuRate = 4;

/** A phone, as the sizes of screens go. */
export const phone = { width: 390, height: 844 };

/** Starts Chromium without what it fetches for itself. */
export async function launchBrowser(args: string[] = []): Promise<Browser> {
	const executablePath = findBrowser();
	return await chromium.launch({
		...(executablePath !== undefined && { executablePath }),
		args: [...browserArgs, ...args],
	});
}

export async function slowDownNetwork(session: CDPSession): Promise<void> {
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', slowNetwork);
}

export async function slowDownCpu(session: CDPSession): Promise<void> {
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowCpuRate });
}
