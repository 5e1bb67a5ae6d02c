/** What the worker uses of its surroundings: the types of a page and of a worker exclude one another. */
export interface WorkerScope {
	registration: { scope: string };
	clients: { claim: () => Promise<void> };
	addEventListener: {
		(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
		(type: 'fetch', listener: (event: RequestEvent) => void): void;
	};
}

export interface LastingEvent extends Event {
	waitUntil: (work: Promise<unknown>) => void;
}

export interface RequestEvent extends LastingEvent {
	request: Request;
	/** The page or worker that asks. */
	clientId: string;
	/** The page or worker that the answer becomes. */
	resultingClientId: string;
	respondWith: (answer: Promise<Response>) => void;
}
