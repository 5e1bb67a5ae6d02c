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

/** Offset of the first byte that no UTF-8 sequence explains: the longest valid prefix, by halving. */
function findInvalidUtf8(bytes: Uint8Array): number {
	let valid = 0;
	let invalid = bytes.length;
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

/** A sequence that never ends is reported at its first byte. */
function startOfSequence(bytes: Uint8Array, offset: number): number {
	let start = offset;
	while (start > 0 && offset - start < 3 && isContinuation(bytes[start])) start--;
	return isContinuation(bytes[start]) ? offset : start;
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
