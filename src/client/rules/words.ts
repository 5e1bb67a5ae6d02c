/** Whether a text has every word, whatever its case. */
export function hasWords(text: string, words: string): boolean {
	const folded = text.toLowerCase();
	return words
		.toLowerCase()
		.trim()
		.split(/\s+/)
		.every((word) => folded.includes(word));
}
