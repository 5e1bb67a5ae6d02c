import type { Browser } from '@playwright/test';
import { phone, slowDownCpu, slowDownNetwork } from './browser.ts';
import type { PackedSite } from './serve-packed.ts';
import type { Sent } from './tally.ts';

/** What one load of a page with a cold cache cost. Times are in milliseconds from the start of the load. */
export interface Load {
	sent: Sent[];
	/** Paths of the files without which the browser does not paint. */
	blocking: string[];
	firstPaint: number;
	largestPaint: number;
	/** The sum of layout shifts that no input caused. */
	layoutShift: number;
	/** The elements that moved, as a selector of each. */
	shifted: string[];
	/** What tasks took beyond 50 ms each, added up. */
	blockedTime: number;
}

type Vitals = Omit<Load, 'sent' | 'blocking' | 'firstPaint'>;

/** What a page fetches or moves after it is loaded, it does within this time. */
const settleTime = 1500;

/** Loads a page as a phone on a slow network does; `isCpuSlow` for times, which nothing else depends on. */
export async function loadPage(
	browser: Browser,
	site: PackedSite,
	path: string,
	isCpuSlow = false,
): Promise<Load> {
	const context = await browser.newContext({ viewport: phone });
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await slowDownNetwork(session);
		if (isCpuSlow) await slowDownCpu(session);
		await page.addInitScript(watchVitals);
		site.takeSent();
		await page.goto(`${site.origin}${path}`, { waitUntil: 'networkidle' });
		await page.waitForTimeout(settleTime);
		return { sent: site.takeSent(), ...(await page.evaluate(readVitals)) };
	} finally {
		await context.close();
	}
}

/** Runs in the page before everything else. */
function watchVitals(): void {
	const vitals: Vitals = { largestPaint: 0, layoutShift: 0, shifted: [], blockedTime: 0 };
	Object.assign(globalThis, { vitals });
	const describe = (node: Node | null | undefined): string => {
		if (!(node instanceof Element)) return node?.nodeName ?? 'an element that is gone';
		const [name] = node.classList;
		return `${node.localName}${name === undefined ? '' : `.${name}`}`;
	};
	interface Shift extends PerformanceEntry {
		value: number;
		hadRecentInput: boolean;
		sources: { node?: Node | null }[];
	}
	const watchers: Record<string, (entry: PerformanceEntry) => void> = {
		'largest-contentful-paint': ({ startTime }) => (vitals.largestPaint = startTime),
		'layout-shift': (entry) => {
			const { value, hadRecentInput, sources } = entry as Shift;
			if (hadRecentInput) return;
			vitals.layoutShift += value;
			vitals.shifted.push(...sources.map(({ node }) => describe(node)));
		},
		longtask: ({ duration }) => (vitals.blockedTime += Math.max(0, duration - 50)),
	};
	for (const [type, watch] of Object.entries(watchers)) {
		const observer = new PerformanceObserver((list) => {
			list.getEntries().forEach(watch);
		});
		observer.observe({ type, buffered: true });
	}
}

/** Runs in the page when it has settled. */
function readVitals(): Omit<Load, 'sent'> {
	const { vitals } = globalThis as unknown as { vitals: Vitals };
	type Resource = PerformanceResourceTiming & { renderBlockingStatus: string };
	const blocking = (performance.getEntriesByType('resource') as Resource[])
		.filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking')
		.map(({ name }) => new URL(name).pathname);
	const [first] = performance.getEntriesByName('first-contentful-paint');
	return { ...vitals, blocking, firstPaint: first?.startTime ?? 0 };
}
