import assert from 'node:assert/strict';
import test from 'node:test';
import { decode } from './decode.ts';

function decodeBytes(...bytes: number[]): ReturnType<typeof decode> {
	return decode({ path: 'a.md', bytes: Uint8Array.from(bytes) });
}

function explain(result: ReturnType<typeof decode>): string {
	if (typeof result === 'string') return result;
	const { code, line, column, message } = result;
	return `${line}:${column} ${code} ${message}`;
}

test('a byte order mark and all line ends are fine', () => {
	assert.equal(decodeBytes(0xef, 0xbb, 0xbf, 0x61, 13, 10, 0x62, 13, 0x63, 10), 'a\nb\nc\n');
});

test('an empty file is empty text', () => {
	assert.equal(decodeBytes(), '');
});

test('an invalid byte is named with its offset, line and column', () => {
	assert.equal(
		explain(decodeBytes(0x61, 10, 0x62, 0xe9, 0x63)),
		'2:2 encoding-utf8 Unexpected byte 0xe9 at offset 3, expected valid UTF-8.',
	);
});

test('a sequence that the file cuts off is named at its first byte', () => {
	assert.equal(
		explain(decodeBytes(0x61, 0xe2, 0x82)),
		'1:2 encoding-utf8 Unexpected byte 0xe2 at offset 1, expected valid UTF-8.',
	);
});

test('a lone continuation byte is named itself', () => {
	assert.match(explain(decodeBytes(0x61, 0x62, 0x82)), /byte 0x82 at offset 2/);
});

test('a NUL byte is named with its offset', () => {
	assert.equal(
		explain(decodeBytes(0x61, 0x62, 10, 0x63, 0, 0x64, 0x65, 0x66)),
		'2:2 encoding-nul Unexpected NUL byte at offset 4, expected text.',
	);
});

test('UTF-16 is told by its mark, in both orders', () => {
	assert.match(explain(decodeBytes(0xff, 0xfe, 0x61, 0)), /encoding UTF-16 LE, expected UTF-8/);
	assert.match(explain(decodeBytes(0xfe, 0xff, 0, 0x61)), /encoding UTF-16 BE, expected UTF-8/);
});

test('UTF-16 without a mark is told by every second byte being zero', () => {
	assert.match(explain(decodeBytes(0x61, 0, 0x62, 0, 0x63, 0)), /UTF-16 LE/);
	assert.match(explain(decodeBytes(0, 0x61, 0, 0x62, 0, 0x63)), /UTF-16 BE/);
});
