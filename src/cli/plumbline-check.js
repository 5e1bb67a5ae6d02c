#!/usr/bin/env node
import process from 'node:process';
import { makeLineCheck } from '../check/check-lines.js';
import { makeFinder } from '../check/find.js';
import { countSeverities, formatResult } from '../check/format.js';
import { getPrefix } from '../check/nearest.js';
import { listFiles } from './check/list-files.js';
import { readOptions, usage } from './check/options.js';
import { readLines } from './check/read-lines.js';
import { readRegister, readVersion } from './check/read-register.js';

/** @import { Result } from '../check/model.ts' */
/** @import { Options } from './check/options.js' */

// A reader that stops early, such as `head`, is no failure.
process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 2));
process.exitCode = await main();

/** Checks the codes in files or standard input. Returns the exit code: 1 after a finding that fails, 2 when it could not check. */
async function main() {
	const options = readOptions(process.argv.slice(2));
	if ('problem' in options) return fail(`${options.problem}\n${usage}`);
	if (options.help) return say(usage);
	if (options.version) return say(await readVersion());
	const files = options.paths.length === 0 && process.stdin.isTTY ? undefined : options.paths;
	if (!files) return fail(`Found no files and no standard input, expected one of them.\n${usage}`);
	return await run(options);
}

/**
 * @param {Options} options
 * @returns {Promise<number>}
 */
async function run(options) {
	const register = await readRegister(options.rules);
	if ('problem' in register) return fail(register.problem);
	const { files, problems } = await listFiles(options.paths, options.exclude);
	const find = makeFinder(new Set([...register.rules.keys()].map(getPrefix)));
	const isIgnored = makeFilter(options.ignore);
	/** @type {Result} */
	const result = { findings: [], files: 0, codes: 0, skipped: 0 };
	for (const file of files) {
		const check = makeLineCheck(file, { find, register: register.rules, isIgnored });
		const outcome = await readLines(file, (line) => {
			const { codes, findings } = check(line);
			result.codes += codes;
			result.findings.push(...findings);
		});
		if (outcome === 'text') result.files += 1;
		else if (outcome === 'binary') result.skipped += 1;
		else problems.push(outcome.problem);
	}
	say(formatResult(result, options.format));
	if (problems.length > 0) return fail(problems.join('\n'));
	const { errors, warnings } = countSeverities(result);
	return errors > 0 || (options.strict && warnings > 0) ? 1 : 0;
}

/**
 * @param {string[]} ignored codes, or prefixes of codes
 * @returns {(code: string) => boolean}
 */
function makeFilter(ignored) {
	const all = new Set(ignored);
	return (code) => all.has(code) || all.has(getPrefix(code));
}

/** @param {string} text */
function say(text) {
	process.stdout.write(`${text}\n`);
	return 0;
}

/** @param {string} text */
function fail(text) {
	process.stderr.write(`${text}\n`);
	return 2;
}
