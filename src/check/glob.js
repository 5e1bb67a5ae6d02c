/**
 * Returns whether a path matches a pattern: `*` and `?` stay within a folder, `**` crosses folders, `{a,b}`
 * is a choice. Paths have slashes.
 * @param {string} pattern
 * @returns {(path: string) => boolean}
 */
export function makeGlob(pattern) {
	const whole = new RegExp(`^${toSource(pattern)}$`, 'u');
	return (path) => whole.test(path);
}

/**
 * Returns whether a pattern excludes a path: wherever it stands, and with all that is in a folder that it
 * names.
 * @param {string} pattern
 * @returns {(path: string) => boolean}
 */
export function makeExclude(pattern) {
	const source = toSource(pattern.replace(/^\.\/|\/$/g, ''));
	const inside = new RegExp(`^(?:.*/)?${source}(?:/.*)?$`, 'u');
	return (path) => inside.test(path);
}

/**
 * Returns the folder that all matches of a pattern are in, and undefined for what is no pattern.
 * @param {string} pattern
 */
export function getGlobBase(pattern) {
	const first = pattern.search(/[*?{]/);
	if (first < 0) return undefined;
	const slash = pattern.lastIndexOf('/', first);
	return slash < 0 ? '.' : pattern.slice(0, slash) || '/';
}

/**
 * @param {string} pattern
 * @returns {string}
 */
function toSource(pattern) {
	return pattern.replace(
		/\{([^{}]*)\}|\*\*\/|\*\*|[\\^$.|+()[\]{}*?]/g,
		(token, /** @type {string | undefined} */ choice) =>
			choice === undefined
				? (wildcards[token] ?? `\\${token}`)
				: `(?:${choice.split(',').map(toSource).join('|')})`,
	);
}

/** @type {Record<string, string>} */
const wildcards = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };
