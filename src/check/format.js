/** @import { Finding, Format, Result } from './model.ts' */

/**
 * Returns what a run prints.
 * @param {Result} result
 * @param {Format} format
 * @returns {string}
 */
export function formatResult(result, format) {
	return writers[format](result);
}

/** @type {Record<Format, (result: Result) => string>} */
const writers = {
	text: (result) => [...result.findings.map(formatText), formatSummary(result)].join('\n'),
	json: (result) => JSON.stringify(makeReport(result), null, 2),
	github: (result) => [...result.findings.map(formatAnnotation), formatSummary(result)].join('\n'),
};

/** Names of the formats, the usual one first. */
export const formats = /** @type {Format[]} */ (Object.keys(writers));

/**
 * As compilers write, so that editors and terminals lead to the place.
 * @param {Finding} finding
 */
function formatText({ file = '<stdin>', line, column, severity, message }) {
	return `${file}:${line}:${column}: ${severity}: ${message}`;
}

/**
 * A command of GitHub's workflows, which shows it beside the line of the change.
 * @param {Finding} finding
 */
function formatAnnotation({ file, line, column, severity, kind, message }) {
	const place = { ...(file !== undefined && { file }), line, col: column, title: kind };
	const properties = Object.entries(place).map(([key, value]) => `${key}=${escapeProperty(value)}`);
	return `::${severity} ${properties.join(',')}::${escapeData(message)}`;
}

/** @param {string} text */
function escapeData(text) {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** @param {string | number} value */
function escapeProperty(value) {
	return escapeData(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * The shape is a contract: fields may be added.
 * @param {Result} result
 */
function makeReport(result) {
	return {
		version: 1,
		files: result.files,
		codes: result.codes,
		skipped: result.skipped,
		...countSeverities(result),
		findings: result.findings.map(
			({ file, line, column, severity, kind, code, message, instead }) => ({
				file: file ?? null,
				line,
				column,
				severity,
				kind,
				code,
				message,
				instead,
			}),
		),
	};
}

/** @param {Result} result */
function formatSummary(result) {
	const { errors, warnings } = countSeverities(result);
	const { codes, files, skipped } = result;
	const left = skipped > 0 ? `, ${formatCount(skipped, 'binary file')} skipped` : '';
	return [
		`${formatCount(codes, 'code')} in ${formatCount(files, 'file')}${left}`,
		`${formatCount(errors, 'error')}, ${formatCount(warnings, 'warning')}`,
	].join(': ');
}

/**
 * Returns how many findings of a result are errors, and how many are warnings.
 * @param {Pick<Result, 'findings'>} result
 */
export function countSeverities({ findings }) {
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	return { errors, warnings: findings.length - errors };
}

/**
 * @param {number} count
 * @param {string} noun
 */
function formatCount(count, noun) {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
