/** The site's worker and the folder that it works for: both follow from the worker's address. */
export interface WorkerPlace {
	url: string;
	scope: string;
}

/** Returns where the worker is, from the address in the markup. */
export function getWorkerPlace(address: string): WorkerPlace {
	const url = new URL(address, location.href).href;
	return { url, scope: new URL('./', url).href };
}

/** Tells whether this browser can read offline here, on a secure address. */
export function canRegister(): boolean {
	return isSecureContext && 'serviceWorker' in navigator && 'caches' in globalThis;
}

/** Returns the site's own registration: a worker of a folder above is another site's. */
export async function findRegistration({
	scope,
}: WorkerPlace): Promise<ServiceWorkerRegistration | undefined> {
	const registration = await navigator.serviceWorker.getRegistration(scope);
	return registration?.scope === scope ? registration : undefined;
}

/** Registers the worker and returns once it works. Rejects where it cannot be set up. */
export async function register({ url, scope }: WorkerPlace): Promise<void> {
	const registration = await navigator.serviceWorker.register(url, {
		scope,
		updateViaCache: 'none',
	});
	const worker = registration.installing ?? registration.waiting;
	if (registration.active || !worker) return;
	await new Promise<void>((resolve, reject) => {
		worker.addEventListener('statechange', () => {
			if (worker.state === 'activated') resolve();
			if (worker.state === 'redundant') reject(new Error(failed));
		});
	});
}

const failed =
	'the worker could not fetch what every page needs. Load this page again; if that does not help, delete everything and turn it on anew.';

/** Removes the worker. Pages that are open are served by it until they close. */
export async function unregister(place: WorkerPlace): Promise<void> {
	await (await findRegistration(place))?.unregister();
}
