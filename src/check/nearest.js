/** @import { KnownRule, Register } from './model.ts' */

/**
 * Returns the rules in force of a code's topic, the likeliest slip of the keyboard first: exchanged digits
 * or a wrong one, then the nearest number.
 * @param {string} code
 * @param {Register} register
 * @returns {KnownRule[]}
 */
export function findNearest(code, register) {
	return getTopic(code, register)
		.filter((rule) => !rule.isWithdrawn)
		.map((rule) => ({ rule, slip: countSlips(code, rule.code), gap: getGap(code, rule.code) }))
		.sort((a, b) => a.slip - b.slip || a.gap - b.gap)
		.map(({ rule }) => rule);
}

/**
 * Returns all rules with the prefix of a code, in the order of their numbers.
 * @param {string} code
 * @param {Register} register
 */
export function getTopic(code, register) {
	return [...register.values()]
		.filter((rule) => getPrefix(rule.code) === getPrefix(code))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * Returns the prefix of a code: "SEC" of SEC-014.
 * @param {string} code
 */
export function getPrefix(code) {
	return code.slice(0, code.indexOf('-'));
}

/**
 * @param {string} a
 * @param {string} b
 */
function countSlips(a, b) {
	const isExchanged = sortCharacters(a) === sortCharacters(b);
	return isExchanged ? 1 : Array.from(a).filter((character, i) => character !== b[i]).length;
}

/**
 * @param {string} a
 * @param {string} b
 */
function getGap(a, b) {
	return Math.abs(Number(a.slice(-3)) - Number(b.slice(-3)));
}

/** @param {string} text */
function sortCharacters(text) {
	return Array.from(text).sort().join('');
}
