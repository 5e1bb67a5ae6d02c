/** Where a statement stands in its text: from its first word to behind its semicolon. */
export interface Statement {
	start: number;
	end: number;
}

/** Comments and quotes, in which a semicolon ends nothing, and all that tells whether one does. */
const token = new RegExp(
	[
		/--[^\n]*/,
		/\/\*/,
		/\b[eE]'(?:[^'\\]|''|\\[\s\S])*(?:'|$)/,
		/'(?:[^']|'')*(?:'|$)/,
		/"(?:[^"]|"")*(?:"|$)/,
		/(?<quote>\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?(?:\k<quote>|$)/,
		/[A-Za-z_][\w$]*/,
		/[();]/,
		/\d[\w$]*|\S/,
	]
		.map(({ source }) => source)
		.join('|'),
	'gu',
);

/** Splits SQL at the semicolons that end a statement, as psql does; the last may lack its own. */
export function splitStatements(text: string): Statement[] {
	const statements: Statement[] = [];
	let start: number | undefined;
	let words: string[] = [];
	let parentheses = 0;
	let blocks = 0;
	let next = 0;
	for (;;) {
		token.lastIndex = next;
		const match = token.exec(text);
		if (!match) break;
		const [found] = match;
		next = found === '/*' ? findCommentEnd(text, match.index) : token.lastIndex;
		if (found.startsWith('--') || found === '/*') continue;
		start ??= match.index;
		const word = found.toLowerCase();
		words.push(word);
		if (word === '(') parentheses++;
		if (word === ')') parentheses--;
		// The body of a routine in standard SQL: BEGIN ATOMIC …; …; END.
		if (word === 'atomic' && words.at(-2) === 'begin') blocks++;
		if (word === 'case' && blocks > 0) blocks++;
		if (word === 'end' && blocks > 0) blocks--;
		if (word !== ';' || parentheses > 0 || blocks > 0) continue;
		statements.push({ start, end: next });
		start = undefined;
		words = [];
		parentheses = 0;
	}
	if (start !== undefined) statements.push({ start, end: text.length });
	return statements;
}

/** Comments may hold comments in SQL. */
function findCommentEnd(text: string, start: number): number {
	let depth = 0;
	for (const { 0: mark, index } of text.slice(start).matchAll(/\/\*|\*\//g)) {
		depth += mark === '/*' ? 1 : -1;
		if (depth === 0) return start + index + 2;
	}
	return text.length;
}
