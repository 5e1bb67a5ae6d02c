/** Units of bytes, from the largest. */
const units = [
	{ name: 'GB', bytes: 1_000_000_000 },
	{ name: 'MB', bytes: 1_000_000 },
	{ name: 'KB', bytes: 1000 },
];

/** Returns a number of bytes as a reader takes it in: two digits, or whole units. */
export function formatBytes(bytes: number): string {
	const unit = units.find((each) => bytes >= each.bytes);
	if (!unit) return formatCount(bytes, 'byte', 'bytes');
	const count = bytes / unit.bytes;
	return `${count.toFixed(count < 10 && unit.name !== 'KB' ? 1 : 0)} ${unit.name}`;
}

/** Returns a number with its noun. */
export function formatCount(count: number, one: string, many: string): string {
	return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** A file that does not hold what the list says. */
export class FileDiffersError extends Error {
	override name = 'FileDiffersError';
}

/** A file that the host does not hand out. */
export class FileMissingError extends Error {
	override name = 'FileMissingError';
}

/** What can go wrong, by the name of the error, in words for a reader: what happened, and what to do. */
const problems: Record<string, (message: string) => string> = {
	QuotaExceededError: () =>
		'The browser has no more room for this site. Nothing that was kept is lost: free some space, or delete what is kept here.',
	SecurityError: () =>
		'The browser does not let this site keep anything: private mode or a setting forbids it. Leave private mode, or allow the site to store data.',
	InvalidStateError: () =>
		'The browser does not let this page keep anything. Load the page again, outside private mode.',
	TypeError: () =>
		'The site did not answer. Where you are offline, go on once you are online; what is fetched so far is kept.',
	FileDiffersError: (message) =>
		`${message} differs from the list of this build: the site was published anew meanwhile, or its host alters files. Load this page again, and go on.`,
	FileMissingError: (message) =>
		`The site does not hand out ${message}. Load this page again; if that does not help, whoever runs the site has to publish it again.`,
};

/** Returns what a reader is told of an error. */
export function describeProblem(error: unknown): string {
	if (!(error instanceof Error)) return `Something failed: ${String(error)}.`;
	return problems[error.name]?.(error.message) ?? `Something failed: ${error.message}`;
}
