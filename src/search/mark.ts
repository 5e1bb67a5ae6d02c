import { fold, stem } from './words.ts';

/** A run of text; matched ones are marked. */
export interface Run {
	text: string;
	isMatch: boolean;
}

/** Returns a text in runs: words that are among the marks, by themselves or by their stem, match. */
export function markText(text: string, marks: Set<string>): Run[] {
	const runs: Run[] = [];
	for (const part of text.split(/([\p{L}\p{N}]+)/u)) {
		if (part === '') continue;
		const word = fold(part);
		const isMatch = marks.has(word) || (word.length > 1 && marks.has(stem(word)));
		const last = runs.at(-1);
		if (last?.isMatch === isMatch) last.text += part;
		else runs.push({ text: part, isMatch });
	}
	return runs;
}
