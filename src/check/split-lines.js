/** @import { Line } from './model.ts' */

/** A file without line breaks must not fill the memory. */
const longest = 1_000_000;

/**
 * Returns what cuts a text that comes in parts into lines. A line that is longer than the limit comes in
 * pieces, cut at white space where there is any.
 * @param {(line: Line) => void} onLine
 */
export function makeLineSplitter(onLine, limit = longest) {
	let rest = '';
	let line = 1;
	let column = 1;

	/** @param {string} text */
	function push(text) {
		const lines = (rest + text).split('\n');
		rest = lines.pop() ?? '';
		for (const each of lines) {
			onLine({ text: each, line, column });
			line += 1;
			column = 1;
		}
		while (rest.length > limit) cut();
	}

	function cut() {
		const at = rest.slice(0, limit).search(/\s\S*$/);
		const text = rest.slice(0, at > 0 ? at : limit);
		onLine({ text, line, column });
		column += text.length;
		rest = rest.slice(text.length);
	}

	function end() {
		if (rest !== '') onLine({ text: rest, line, column });
	}

	return { push, end };
}
