import { urlOfTwin } from '../urls.ts';

/** Pages that have no twin: they hold no content of their own, or a further part of another page. */
const without = /^\/(404|search|review|offline)|\/\d+\/$/;

/** Returns the address of a page's Markdown twin; undefined where it has none. */
export function findTwin(path: string): string | undefined {
	return without.test(path) ? undefined : urlOfTwin(path);
}
