/** A part of a text and what takes its place. */
export interface Edit {
	start: number;
	end: number;
	text: string;
}

/** Returns a text with its edits, which are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	if (edits.length === 0) return text;
	const parts: string[] = [];
	let at = 0;
	for (const edit of edits) {
		parts.push(text.slice(at, edit.start), edit.text);
		at = edit.end;
	}
	return parts.join('') + text.slice(at);
}
