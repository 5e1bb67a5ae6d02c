/** What system errors mean to somebody who did not write this program. */
const reasons = new Map([
	['ENOENT', 'there is no such file'],
	['EACCES', 'the system does not allow to read it'],
	['EISDIR', 'it is a folder, expected a file'],
	['ENOTFOUND', 'the host was not found'],
	['ECONNREFUSED', 'the host refused the connection'],
]);

/**
 * Returns in words why something could not be read. What `fetch` throws has its reason inside.
 * @param {unknown} error
 * @returns {string}
 */
export function explain(error) {
	if (!(error instanceof Error)) return String(error);
	if (error.name === 'TimeoutError') return 'there was no answer in time';
	const known = 'code' in error ? reasons.get(String(error.code)) : undefined;
	if (known !== undefined) return known;
	return error.cause === undefined ? error.message : explain(error.cause);
}
