import { type Finding, makeFinding } from '../findings.ts';
import type { SourceFile } from '../model.ts';

/**
 * Returns the file's text with `\n` line ends and without byte order mark, or the finding that says
 * why the bytes are not UTF-8 text. Offsets count bytes from 0.
 */
export function decode(file: SourceFile): string | Finding {
	const place = { file: file.path, line: 1, column: 1 };
	const encoding = detectUtf16(file.bytes);
	if (encoding) return makeFinding('encoding-utf16', place, { encoding });

	const text = decodeUtf8(file.bytes);
	if (text === undefined) {
		const offset = findInvalidUtf8(file.bytes);
		return makeFinding('encoding-utf8', placeOfByte(file, offset), {
			byte: (file.bytes[offset] ?? 0).toString(16).padStart(2, '0'),
			offset: String(offset),
		});
	}

	const nul = file.bytes.indexOf(0);
	if (nul >= 0) return makeFinding('encoding-nul', placeOfByte(file, nul), { offset: String(nul) });
	return text.replace(/\r\n?/g, '\n');
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		// The decoder's only error: the bytes are not UTF-8. It does not say where.
		return undefined;
	}
}

/** By byte order mark, or by every second byte of the first 64 being NUL. */
function detectUtf16(bytes: Uint8Array): string | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 LE';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 BE';
	const head = bytes.subarray(0, 64);
	if (head.length < 4) return undefined;
	const isNulAt = (parity: number): boolean =>
		head.every((byte, i) => i % 2 !== parity || byte === 0);
	if (isNulAt(1)) return 'UTF-16 LE';
	if (isNulAt(0)) return 'UTF-16 BE';
	return undefined;
}

/**
 * Offset of the first byte of the first sequence that is not UTF-8: the longest prefix that decodes,
 * found by halving. A prefix that a cut leaves incomplete decodes too, as a stream.
 */
function findInvalidUtf8(bytes: Uint8Array): number {
	let valid = 0;
	let invalid = bytes.length + 1;
	while (valid + 1 < invalid) {
		const middle = (valid + invalid) >> 1;
		if (isValidPrefix(bytes.subarray(0, middle))) valid = middle;
		else invalid = middle;
	}
	return startOfSequence(bytes, valid);
}

/** Whether the bytes are UTF-8 but for a sequence that the cut at their end may have broken. */
function isValidPrefix(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}

/** Goes back over an incomplete sequence at the end of a valid prefix to its first byte. */
function startOfSequence(bytes: Uint8Array, end: number): number {
	let start = end;
	while (start > 0 && end - start < 3 && isContinuation(bytes[start - 1])) start--;
	const isIncomplete =
		(bytes[start - 1] ?? 0) >= 0xc0 && !isComplete(bytes.subarray(start - 1, end));
	return isIncomplete ? start - 1 : end;
}

function isComplete(sequence: Uint8Array): boolean {
	const first = sequence[0] ?? 0;
	return sequence.length === (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2);
}

function isContinuation(byte: number | undefined): boolean {
	return byte !== undefined && (byte & 0xc0) === 0x80;
}

function placeOfByte(
	file: SourceFile,
	offset: number,
): { file: string; line: number; column: number } {
	let line = 1;
	let lineStart = 0;
	for (let i = 0; i < offset; i++) {
		if (file.bytes[i] !== 0x0a) continue;
		line++;
		lineStart = i + 1;
	}
	return { file: file.path, line, column: offset - lineStart + 1 };
}
