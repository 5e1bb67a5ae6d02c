import { readFile } from 'node:fs/promises';
import { parseRegister } from '../../check/register.js';
import { explain } from './explain.js';

/** @import { Register } from '../../check/model.ts' */

const root = new URL('../../../', import.meta.url);

const ownLedger = new URL('content/ledger.json', root);

/** A site that does not answer must not hold up a pipeline. */
const patience = 10_000;

/**
 * Returns the rules of an address or a file, by default those of this package; or why there are none.
 * @param {string | undefined} from
 * @returns {Promise<{ rules: Register } | { problem: string }>}
 */
export async function readRegister(from) {
	try {
		const text = await readText(from);
		return { rules: parseRegister(parseJson(text)) };
	} catch (error) {
		const name = from ?? 'content/ledger.json of this package';
		return { problem: `Could not read the rules from ${name}: ${explain(error)}` };
	}
}

/**
 * Returns the version of this package with the release of its rules.
 * @returns {Promise<string>}
 */
export async function readVersion() {
	const about = await readFile(new URL('package.json', root), 'utf8');
	const { version } = /** @type {{ version: string }} */ (JSON.parse(about));
	const ledger = await readFile(ownLedger, 'utf8');
	const { releases } = /** @type {{ releases: Release[] }} */ (JSON.parse(ledger));
	const last = releases.at(-1);
	const release = last ? `release ${last.version} (${last.date})` : 'no release';
	return `plumbline-check ${version}, rules of ${release}`;
}

/** @typedef {{ version: string, date: string }} Release */

/** @param {string | undefined} from */
async function readText(from) {
	const isAddress = from !== undefined && /^https?:\/\//i.test(from);
	return isAddress ? await download(from) : await readFile(from ?? ownLedger, 'utf8');
}

/** @param {string} address */
async function download(address) {
	const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
	if (response.ok) return await response.text();
	const expected = 'expected the /api/v1/rules.json of a site';
	throw new Error(`the server answered ${response.status}, ${expected}`);
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parseJson(text) {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		const start = JSON.stringify(text.trimStart().slice(0, 20));
		throw new Error(`it begins with ${start}, expected JSON such as /api/v1/rules.json of a site`);
	}
}
