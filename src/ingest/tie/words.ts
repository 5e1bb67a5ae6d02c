/** Returns the text's words, folded, in their order. */
export function stemsOf(text: string): string[] {
	return (text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []).map(foldWord);
}

/**
 * Folds plural, past and -ing forms, so that "caching" meets "cache" and "queries" meets "query". A
 * full stem would go too far: Porter's makes one word of "integrity" and "integration". Abbreviations
 * keep their case, so that "EXPLAIN" is not found in "explain".
 */
function foldWord(word: string): string {
	if (/^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(word)) return word.replace(/s$/, '');
	return word
		.toLowerCase()
		.replace(/ies$/, 'y')
		.replace(/(?<=ss|x|ch|sh)es$|(?<=[^sui])s$/, '')
		.replace(/(?<=\p{L}{3})(ing|ed)$/u, '')
		.replace(/([bdgmnprt])\1$/, '$1')
		.replace(/(?<=\p{L}{3})e$/u, '');
}
