import { createReadStream } from 'node:fs';
import process from 'node:process';
import { makeLineSplitter } from '../../check/split-lines.js';
import { explain } from './explain.js';

/** @import { Line } from '../../check/model.ts' */

/** Of files that say it in their first bytes; all others are read as UTF-8. */
const marks = [
	{ bytes: [0xff, 0xfe], encoding: 'utf-16le' },
	{ bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * Reads a file, or standard input, line by line; memory holds one line at a time. Bytes that are no text
 * become replacement characters. Returns what the file was, or why it could not be read.
 * @param {string | undefined} file
 * @param {(line: Line) => void} onLine
 * @returns {Promise<'text' | 'binary' | { problem: string }>}
 */
export async function readLines(file, onLine) {
	const chunks = file === undefined ? process.stdin : createReadStream(file);
	try {
		return await splitChunks(chunks, onLine);
	} catch (error) {
		return { problem: `Could not read ${file ?? 'standard input'}: ${explain(error)}` };
	}
}

/**
 * @param {AsyncIterable<Uint8Array>} chunks
 * @param {(line: Line) => void} onLine
 * @returns {Promise<'text' | 'binary'>}
 */
async function splitChunks(chunks, onLine) {
	const { push, end } = makeLineSplitter(onLine);
	/** @type {TextDecoder | undefined} */
	let decoder;
	for await (const chunk of chunks) {
		const encoding = decoder?.encoding ?? getEncoding(chunk);
		if (encoding === undefined) return 'binary';
		decoder ??= new TextDecoder(encoding);
		push(decoder.decode(chunk, { stream: true }));
	}
	push(decoder?.decode() ?? '');
	end();
	return 'text';
}

/**
 * Returns the encoding of a text that begins with these bytes; undefined for what is no text.
 * @param {Uint8Array} start
 */
function getEncoding(start) {
	const marked = marks.find(({ bytes }) => bytes.every((byte, i) => start[i] === byte));
	if (marked) return marked.encoding;
	return start.includes(0) ? undefined : 'utf-8';
}
