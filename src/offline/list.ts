/** A file as the list of a build has it. */
export interface ListedFile {
	/** Of the content, in the form that `formatHash` gives. */
	hash: string;
	/** Bytes, not compressed. */
	size: number;
}

/** What a build can be kept of, by address. */
export interface OfflineList {
	/** Tells builds apart: it follows from the addresses and hashes. */
	version: string;
	/** Bytes that the files take on their way, compressed. */
	transfer: number;
	files: Record<string, ListedFile>;
}

/** Letters of a hash: 96 bits tell contents apart and keep the list short. */
const hashLength = 16;

/** Returns the hash of a file from its SHA-256. */
export function formatHash(sha256: ArrayBuffer | Uint8Array<ArrayBuffer>): string {
	const bytes = new Uint8Array(sha256);
	const text = btoa(String.fromCharCode(...bytes.subarray(0, (hashLength / 4) * 3)));
	return text.replaceAll('+', '-').replaceAll('/', '_');
}

/** Returns the text of the list: `[hash, size]` for each address. */
export function formatList({ version, transfer, files }: OfflineList): string {
	const short = Object.entries(files).map(
		([address, { hash, size }]) => [address, [hash, size]] as const,
	);
	return JSON.stringify({ version, transfer, files: Object.fromEntries(short) });
}

/** Returns the list that a text holds; throws where it is none. */
export function parseList(text: string): OfflineList {
	const data = JSON.parse(text) as Partial<Record<keyof OfflineList, unknown>> | null;
	if (
		typeof data?.version !== 'string' ||
		typeof data.transfer !== 'number' ||
		typeof data.files !== 'object' ||
		data.files === null
	)
		throw new Error('The list of files has no version, no size or no files.');
	const entries = Object.entries(data.files as Record<string, unknown>);
	const files = entries.map(([address, file]) => [address, parseFile(file)]);
	return {
		version: data.version,
		transfer: data.transfer,
		files: Object.fromEntries(files) as OfflineList['files'],
	};
}

function parseFile(file: unknown): ListedFile {
	const [hash, size] = Array.isArray(file) ? (file as unknown[]) : [];
	if (typeof hash !== 'string' || typeof size !== 'number')
		throw new Error('The list of files has an entry without hash or size.');
	return { hash, size };
}
