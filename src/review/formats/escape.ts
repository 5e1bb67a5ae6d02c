/**
 * Writes a reader's text so that Markdown shows it as it is, and `unescapeMarkdown` gets it back.
 * Punctuation that could be markup gets a backslash, white space that Markdown would drop becomes a
 * character reference, a line break a hard break. A mention (`@team`) must not call anybody: a reference
 * to a zero-width space stands behind its sign.
 */
export function escapeMarkdown(text: string, indent = ''): string {
	return text
		.split('\n')
		.map((line) =>
			line
				.replace(/[\\`*_[\]<>&~|#$]/g, '\\$&')
				.replace(/:(?=[\w+-]+:)/g, '\\:')
				.replaceAll('\t', '&#9;')
				.replace(/^ | $/g, '&#32;')
				.replace(/ {2,}/g, (spaces) => '&#32;'.repeat(spaces.length))
				.replace(/^[-+=]/, '\\$&')
				.replace(/^(\d{1,9})([.)])/, '$1\\$2')
				.replace(/@/g, '@&#8203;'),
		)
		.join(`\\\n${indent}`);
}

/** Returns the text that `escapeMarkdown` wrote; white space before continued lines is left out. */
export function unescapeMarkdown(text: string): string {
	return text.replace(
		/\\\r?\n[ \t]*|\\([!-/:-@[-`{-~])|@&#8203;|&#(\d{1,7});/g,
		(match, punctuation: string | undefined, reference: string | undefined) => {
			if (punctuation !== undefined) return punctuation;
			if (reference !== undefined) return String.fromCodePoint(Number(reference));
			return match.startsWith('@') ? '@' : '\n';
		},
	);
}
