/** Milliseconds between two lines of progress. */
const interval = 1_000;

/** Returns a function that says how far a long run is: at most once a second, nothing for short runs. */
export function makeProgress(what: string): (done: number, total: number) => void {
	let last = Date.now();
	return (done, total) => {
		if (Date.now() - last < interval || done === total) return;
		last = Date.now();
		process.stderr.write(`${what}: ${done} of ${total} documents\n`);
	};
}
