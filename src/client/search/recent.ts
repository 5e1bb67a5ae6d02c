import { getShelf } from '../shelf.ts';

const recentKey = 'plumbline.searches';

/** Searches that are kept. */
const kept = 8;

/** Returns the reader's last searches, the newest first. They stay in the browser. */
export function readRecent(): string[] {
	try {
		const list: unknown = JSON.parse(getShelf().getItem(recentKey) ?? '[]');
		return Array.isArray(list) ? list.filter((query) => typeof query === 'string') : [];
	} catch {
		return [];
	}
}

/** Keeps a search that led somewhere. */
export function keepRecent(query: string): void {
	const trimmed = query.trim();
	if (trimmed === '') return;
	write([trimmed, ...readRecent().filter((other) => other !== trimmed)].slice(0, kept));
}

/** Forgets all searches. */
export function clearRecent(): void {
	write([]);
}

function write(queries: string[]): void {
	try {
		if (queries.length > 0) getShelf().setItem(recentKey, JSON.stringify(queries));
		else getShelf().removeItem(recentKey);
	} catch {
		// Storage is off or full: nothing is kept.
	}
}
