import { parseArgs } from 'node:util';
import { formats } from '../../check/format.js';

/** @import { Format } from '../../check/model.ts' */

/**
 * @typedef {object} Options
 * @property {string[]} paths files, folders, patterns, and `-` for standard input
 * @property {string | undefined} rules address or file
 * @property {string[]} exclude patterns
 * @property {string[]} ignore codes, or prefixes of codes
 * @property {Format} format
 * @property {boolean} strict whether warnings fail
 * @property {boolean} help
 * @property {boolean} version
 */

export const usage = `usage: plumbline-check [options] [FILE | FOLDER | PATTERN | -]...

Finds rule codes such as SEC-014 and fails on those that do not exist or were withdrawn.
Without files, or for "-", it reads standard input.

  --rules URL|FILE    hold codes against the rules.json of a site, or a ledger.json
                      (default: the rules that came with this command)
  --exclude PATTERN   leave out files and folders; may be repeated
  --ignore CODES      leave out codes or prefixes, such as API-123,DB; may be repeated
  --format FORMAT     ${formats.join(', ')}
  --strict            fail on warnings, too
  --version           print the version, and the release of its rules
  --help              print this

exit codes: 0 no errors, 1 errors, 2 something could not be read or understood`;

/**
 * Returns the options, or what is wrong with them.
 * @param {string[]} args
 * @returns {Options | { problem: string }}
 */
export function readOptions(args) {
	try {
		return parseOptions(args);
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}

/**
 * @param {string[]} args
 * @returns {Options}
 */
function parseOptions(args) {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			rules: { type: 'string' },
			exclude: { type: 'string', multiple: true, default: [] },
			ignore: { type: 'string', multiple: true, default: [] },
			format: { type: 'string', default: 'text' },
			strict: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
			version: { type: 'boolean', default: false },
		},
	});
	return {
		...values,
		rules: values.rules,
		ignore: values.ignore.flatMap((list) => list.split(',')).map(parseIgnored),
		format: parseFormat(values.format),
		paths: positionals,
	};
}

/** @param {string} text */
function parseIgnored(text) {
	const code = text.trim();
	if (/^[A-Z]{2,5}(-\d{3})?$/.test(code)) return code;
	throw new Error(`Unexpected "${code}" for --ignore, expected codes or prefixes: API-123,DB`);
}

/**
 * @param {string} text
 * @returns {Format}
 */
function parseFormat(text) {
	const format = formats.find((name) => name === text);
	if (format) return format;
	throw new Error(`Unexpected "${text}" for --format, expected one of ${formats.join(', ')}`);
}
