import { getSiteAddress } from '../../offline/names.ts';
import { getStrategy } from '../../offline/strategy.ts';
import { answers, type Kept } from './answer.ts';
import { Pins } from './pins.ts';
import { OfflineStore } from './store.ts';
import { clearOld, takeOver } from './update.ts';
import type { WorkerScope } from './worker-types.ts';

/** The build that the worker belongs to; the bundler puts it in, so that each build has a worker of its own. */
declare const BUILD_VERSION: string;

// The compiler takes this for a page: it is a service worker.
const worker = globalThis as unknown as WorkerScope;
const store = new OfflineStore(worker.registration.scope, caches);
const kept: Kept = { store, pins: new Pins(store), own: store.getSiteName(BUILD_VERSION) };

worker.addEventListener('install', (event) => {
	// No skipWaiting: pages that are open may still load parts of their own build.
	event.waitUntil(takeOver(store, BUILD_VERSION));
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(clearOld(store, BUILD_VERSION).then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const address = getSiteAddress(request.url, worker.registration.scope);
	const { method, headers } = request;
	const strategy = getStrategy({ method, address, hasRange: headers.has('range') });
	if (strategy !== 'pass' && address !== undefined)
		event.respondWith(answers[strategy](event, address, kept));
});
