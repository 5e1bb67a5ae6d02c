import { type Level, levels, type RuleKind } from './model.ts';

/** Returns the normative words of a sentence, in their order. Only capitals count (RFC 8174). */
export function getNormativeWords(statement: string): Level[] {
	return [...statement.matchAll(/\b(MUST|SHOULD|MAY)\b/g)].flatMap(([, word]) =>
		levels.filter((level) => level === word),
	);
}

/** What a statement must not look like, with what is said of it. */
const shapes: { pattern: RegExp; found: string; expected: string }[] = [
	{ pattern: /…/, found: 'gap (“…”) in the statement', expected: 'the whole sentence' },
	{ pattern: /[.!?] \p{Lu}/u, found: 'second sentence in the statement', expected: 'one sentence' },
	{ pattern: /[^.]$/, found: 'statement without a period at its end', expected: 'one sentence' },
];

/** Returns what is wrong with a rule's statement; undefined where nothing is. */
export function explainStatement(
	statement: string,
	level: Level,
	kind: RuleKind,
): { found: string; expected: string } | undefined {
	const shape = shapes.find(({ pattern }) => pattern.test(statement));
	if (shape) return { found: shape.found, expected: shape.expected };
	const words = getNormativeWords(statement);
	const [word] = words;
	if (word === undefined) {
		return { found: 'statement without a normative word', expected: 'MUST, SHOULD, or MAY once' };
	}
	if (words.length > 1) {
		return { found: `statement with ${words.join(' and ')}`, expected: 'one normative word' };
	}
	if (word !== level) {
		return { found: `level ${level} beside ${word} in the statement`, expected: `level ${word}` };
	}
	const isNegative = statement.includes(`${word} NOT`);
	if (kind === 'avoid' && !isNegative) {
		return { found: `${word} in a rule that says what to avoid`, expected: `${word} NOT` };
	}
	if (kind === 'do' && isNegative) {
		return { found: `${word} NOT in a rule of kind “do”`, expected: 'kind “avoid”' };
	}
	return undefined;
}

/**
 * Returns what counts as the meaning of a rule for the ledger: level, kind, and the words of its
 * statement. Case, punctuation and white space do not change a meaning; each word may.
 */
export function getMeaning(rule: { statement: string; level: Level; kind: RuleKind }): string {
	const words = rule.statement
		.normalize('NFKC')
		.toLowerCase()
		.match(/[\p{L}\p{N}]+/gu);
	return [rule.level, rule.kind, ...(words ?? [])].join(' ');
}
