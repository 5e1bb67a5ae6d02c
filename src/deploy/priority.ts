/** A module that is loaded from a file, without a priority of its own. */
const module = /<script (?=[^>]*\btype="module")(?=[^>]*\bsrc=)(?![^>]*\bfetchpriority=)/g;

/**
 * Returns a page whose modules are fetched after its styles: they run when all of it is there anyway,
 * and on a slow line they would take their share of it from what the first paint waits for.
 */
export function lowerScripts(html: string): string {
	return html.replace(module, '<script fetchpriority="low" ');
}
