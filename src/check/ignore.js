/**
 * Returns a function that takes the lines of one file in order, and returns for each whether a code in it
 * is ignored. A mark ignores its line, the next one with text, or all up to another mark; where codes follow a
 * mark, it ignores these alone.
 * @returns {(text: string) => (code: string) => boolean}
 */
export function makeIgnore() {
	/** @type {string[] | undefined} */
	let block;
	/** @type {string[] | undefined} */
	let next;
	return (text) => {
		const marks = readMarks(text);
		const before = [block, next];
		// Formatters put a blank line below a comment.
		next = getLast(marks, '-next-line') ?? (text.trim() === '' ? next : undefined);
		block = getLast(marks, '-start') ?? block;
		const active = [...before, block, getLast(marks, '')];
		if (getLast(marks, '-end')) block = undefined;
		return (code) =>
			active.some((codes) => codes !== undefined && (codes.length === 0 || codes.includes(code)));
	};
}

const mark =
	/plumbline-check-ignore(?<scope>-next-line|-start|-end|)(?![\w-])(?<codes>(?:[\s:,]+[A-Z]{2,5}-\d{3}(?!\d))*)/g;

/**
 * @param {string} text
 * @returns {{ scope: string, codes: string[] }[]}
 */
function readMarks(text) {
	if (!text.includes('plumbline-check-ignore')) return [];
	return [...text.matchAll(mark)].map(({ groups }) => ({
		scope: groups?.scope ?? '',
		codes: groups?.codes?.match(/[A-Z]+-\d+/g) ?? [],
	}));
}

/**
 * The codes of the last mark of a scope; an empty list stands for all.
 * @param {{ scope: string, codes: string[] }[]} marks
 * @param {string} scope
 */
function getLast(marks, scope) {
	return marks.findLast((each) => each.scope === scope)?.codes;
}
