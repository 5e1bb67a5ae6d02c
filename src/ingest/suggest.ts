/**
 * Returns a hint such as “ (did you mean “#setup”?)” where one of the candidates is close to the
 * name, else the empty string. Close means at most a third of the letters differ.
 */
export function suggest(name: string, candidates: string[]): string {
	const limit = Math.max(1, Math.floor(name.length / 3));
	let best: { candidate: string; distance: number } | undefined;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - name.length) > limit) continue;
		const distance = getDistance(name, candidate);
		if (distance <= limit && distance < (best?.distance ?? Infinity))
			best = { candidate, distance };
	}
	return best ? ` (did you mean “${best.candidate}”?)` : '';
}

/** Levenshtein distance, by rows. */
function getDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
