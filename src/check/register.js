/** @import { KnownRule, Register, RevisionChange } from './model.ts' */

/**
 * Returns the rules by code. Throws an error for data that is neither a ledger nor the `rules.json` of a
 * site; its message says what is missing.
 * @param {unknown} data
 * @returns {Register}
 */
export function parseRegister(data) {
	const shape = isRecord(data) ? shapes.find(({ fits }) => fits(data)) : undefined;
	if (!isRecord(data) || !shape) throw new Error(`it has no list of rules; expected ${expected}`);
	if (data.version !== shape.version) {
		throw new Error(`it has version ${String(data.version)}, expected ${shape.version}`);
	}
	const rules = shape.read(data);
	if (rules.length === 0) throw new Error('its list of rules is empty');
	return new Map(rules.map((rule) => [rule.code, rule]));
}

const expected = 'the /api/v1/rules.json of a site, or a ledger.json';

/** @typedef {Record<string, unknown>} Data */

/** @type {{ version: number, fits: (data: Data) => boolean, read: (data: Data) => KnownRule[] }[]} */
const shapes = [
	{
		version: 1,
		fits: ({ rules }) => Array.isArray(rules),
		read: ({ rules }) => toList(rules).map(readExported),
	},
	{
		version: 2,
		fits: ({ rules }) => isRecord(rules),
		read: ({ rules }) => Object.entries(toData(rules)).map(readRecorded),
	},
];

/**
 * A rule of `rules.json`. Fields that came later may be missing.
 * @param {Data} rule
 * @returns {KnownRule}
 */
function readExported({ id, title, revision, status, successors, changes }) {
	return makeRule({ id, title, revision }, status === 'withdrawn', successors, toList(changes));
}

/**
 * A rule of the ledger.
 * @param {[string, unknown]} entry
 * @returns {KnownRule}
 */
function readRecorded([id, recorded]) {
	const revisions = toList(toData(recorded).revisions);
	const { title, revision, change, successors = [] } = revisions.at(-1) ?? {};
	const changes = revisions.flatMap((each) =>
		isRecord(each.change) ? [{ ...each.change, revision: each.revision }] : [],
	);
	const isWithdrawn = toData(change).class === 'withdrawn';
	return makeRule({ id, title, revision }, isWithdrawn, successors, changes);
}

/**
 * @param {Data} named
 * @param {boolean} isWithdrawn
 * @param {unknown} successors
 * @param {Data[]} changes
 * @returns {KnownRule}
 */
function makeRule({ id, title, revision }, isWithdrawn, successors, changes) {
	if (typeof id !== 'string' || !/^[A-Z]{2,5}-\d{3}$/.test(id)) {
		throw new Error(`it has a rule with the code ${String(id)}, expected one like SEC-014`);
	}
	if (typeof title !== 'string') throw new Error(`${id} has no title`);
	if (typeof revision !== 'number') throw new Error(`${id} has no revision`);
	return {
		code: id,
		title,
		revision,
		isWithdrawn,
		successors: Array.isArray(successors) ? successors.map(String) : undefined,
		changes: changes.map(readChange),
	};
}

/**
 * @param {Data} change
 * @returns {RevisionChange}
 */
function readChange(change) {
	const { revision, class: name, note } = change;
	return { revision: Number(revision), class: String(name), note: String(note) };
}

/**
 * @param {unknown} value
 * @returns {value is Data}
 */
function isRecord(value) {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
function toData(value) {
	return isRecord(value) ? value : {};
}

/** @param {unknown} value */
function toList(value) {
	return Array.isArray(value) ? value.map(toData) : [];
}
