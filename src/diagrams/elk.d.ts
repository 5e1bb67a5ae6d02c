// The package has types for its asynchronous interface alone.
declare module 'elkjs/lib/elk-worker.min.js' {
	/** The layout algorithms in this thread. */
	export class Worker {
		onmessage: (event: { data: { data?: unknown; error?: unknown } }) => void;
		dispatcher: { saveDispatch: (event: { data: object }) => void };
	}
}
