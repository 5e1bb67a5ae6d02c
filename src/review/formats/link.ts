import { answers, formatVersion, type Item, type Review } from '../model.ts';
import { explainVersion, type ReadResult, readReview } from './shape.ts';

/** An item as it travels: code, revision, index of the answer, texts, edits; empty ends are left out. */
type PackedItem = [string, number, number?, string?, string?, string?, Item['edits']?];

/** Characters of a link, and bytes of the data in it, that are read. */
export const most = { characters: 400_000, bytes: 4_000_000 };

/**
 * Lengths from which a link may break, with what breaks it: Internet Explorer's limit, which tools still
 * keep (2,083 characters), and the length that all software should support (RFC 9110, section 4.1).
 */
export const linkLimits = [
	{ length: 8_000, text: 'longer than the 8,000 that RFC 9110 asks software to support' },
	{ length: 2_083, text: 'longer than the 2,083 that Internet Explorer set and old tools keep' },
];

/**
 * Returns a review as text for the fragment of a URL: format version, dot, base64url of its data,
 * compressed in the zlib format, whose checksum finds what was cut off. Rejects a review whose data
 * `decodeReview` would not read.
 */
export async function encodeReview(review: Review): Promise<string> {
	const { id, name, created, release, scope, leftOut, items } = review;
	const packed = [id, name, created, release, scope, leftOut, Object.entries(items).map(pack)];
	const bytes = await convert(
		new Blob([JSON.stringify(packed)]),
		new CompressionStream('deflate'),
		most.bytes,
	);
	return `${formatVersion}.${toBase64(bytes)}`;
}

/** Reads what `encodeReview` wrote. */
export async function decodeReview(text: string): Promise<ReadResult> {
	if (text.length > most.characters) {
		const found = text.length.toLocaleString('en');
		const expected = most.characters.toLocaleString('en');
		return {
			problem: `The link carries ${found} characters; more than ${expected} are not read. Ask for the review as a JSON file.`,
		};
	}
	const [, version, data = ''] = /^(\d{1,6})\.([\w-]+)=*$/.exec(text.trim()) ?? [];
	if (version === undefined) return { problem: broken };
	const problem = explainVersion(Number(version));
	if (problem !== undefined) return { problem };
	let packed: unknown;
	try {
		const stream = new DecompressionStream('deflate');
		const bytes = await convert(new Blob([fromBase64(data)]), stream, most.bytes);
		packed = JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return { problem: broken };
	}
	return readReview(unpackReview(packed));
}

const broken =
	'The link is damaged or was cut off; mail and chat programs cut long links. Ask for it again, or for the review as a file.';

function pack([code, item]: [string, Item]): PackedItem {
	const { revision, answer, reason, evidence, note, edits } = item;
	const hasEdits = Object.keys(edits).length > 0;
	const rest = [answers.indexOf(answer), reason, evidence, note, ...(hasEdits ? [edits] : [])];
	while (rest.length > 0 && (rest.at(-1) === '' || rest.at(-1) === 0)) rest.pop();
	return [code, revision, ...rest] as PackedItem;
}

/** Puts the names back. What is not of the shape is left for `readReview` to refuse. */
function unpackReview(packed: unknown): unknown {
	if (!Array.isArray(packed) || !Array.isArray(packed[6])) return undefined;
	const [id, name, created, release, scope, leftOut, items] = packed as unknown[];
	return {
		id,
		name,
		created,
		release,
		scope,
		leftOut,
		items: Object.fromEntries((items as unknown[]).map(unpackItem)),
	};
}

function unpackItem(packed: unknown): [string, unknown] {
	if (!Array.isArray(packed)) return ['', undefined];
	const [code, revision, answer = 0, reason = '', evidence = '', note = '', edits = {}] =
		packed as unknown[];
	const name = typeof answer === 'number' ? answers[answer] : answer;
	return [
		typeof code === 'string' ? code : '',
		{ revision, answer: name, reason, evidence, note, edits },
	];
}

/** Sends bytes through a stream. Throws where the data is broken, or more than `limit` bytes come out. */
async function convert(
	blob: Blob,
	stream: CompressionStream | DecompressionStream,
	limit: number,
): Promise<Uint8Array> {
	const reader = blob.stream().pipeThrough(stream).getReader();
	const parts: Uint8Array[] = [];
	let size = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		parts.push(value);
		size += value.length;
		if (size > limit) {
			await reader.cancel();
			throw new RangeError('too much data');
		}
	}
	return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

/** RFC 4648, section 5, without padding. */
function toBase64(bytes: Uint8Array): string {
	let text = '';
	// In pieces: a call takes only so many arguments.
	for (let i = 0; i < bytes.length; i += 8_192) {
		text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
	}
	return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
	const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
