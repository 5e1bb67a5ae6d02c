import { findNearest, getTopic } from './nearest.js';

/** @import { Citation, Judgement, KnownRule, Register } from './model.ts' */

/**
 * Returns what is wrong with a citation; undefined where it holds.
 * @param {Pick<Citation, 'code' | 'revision'>} cited
 * @param {Register} register
 * @returns {Judgement | undefined}
 */
export function judge({ code, revision }, register) {
	const rule = register.get(code);
	if (!rule) return judgeUnknown(code, register);
	const wrong = wrongs.find(({ applies }) => applies(rule, revision ?? rule.revision));
	return wrong?.say(rule, revision ?? rule.revision, register);
}

/**
 * What can be wrong with the citation of a rule that exists, worst first.
 * @type {{
 *   applies: (rule: KnownRule, cited: number) => boolean,
 *   say: (rule: KnownRule, cited: number, register: Register) => Judgement
 * }[]}
 */
const wrongs = [
	{ applies: ({ isWithdrawn }) => isWithdrawn, say: sayWithdrawn },
	{ applies: ({ revision }, cited) => cited > revision, say: sayNoRevision },
	{ applies: ({ revision }, cited) => cited < revision, say: sayChanged },
];

/**
 * @param {string} code
 * @param {Register} register
 * @returns {Judgement}
 */
function judgeUnknown(code, register) {
	const codes = getTopic(code, register).map((rule) => rule.code);
	const range = codes.length > 1 ? `${codes[0]} to ${codes.at(-1)}` : codes.join('');
	const [nearest] = findNearest(code, register);
	return {
		kind: 'unknown-code',
		severity: 'error',
		message: `${code} is no rule code, expected one of ${range}${nearest ? `; nearest: ${name(nearest)}` : ''}`,
		instead: nearest ? [nearest.code] : [],
	};
}

/**
 * @param {KnownRule} rule
 * @param {number} _cited
 * @param {Register} register
 * @returns {Judgement}
 */
function sayWithdrawn(rule, _cited, register) {
	const { code, changes, successors } = rule;
	const end = changes.findLast((change) => change.class === 'withdrawn');
	const heirs = findHeirs(rule, register);
	const inPlace = heirs.length > 0 ? heirs.map(name).join(', ') : 'no rule';
	return {
		kind: 'withdrawn-rule',
		severity: 'error',
		message: [
			`${code} was withdrawn${end ? ` in revision ${end.revision} (${trimStop(end.note)})` : ''}`,
			...(successors ? [`in its place: ${inPlace}`] : []),
		].join('; '),
		instead: heirs.map((heir) => heir.code),
	};
}

/**
 * The rules in force that stand in the place of a withdrawn one, also where one of them was withdrawn in turn.
 * @param {KnownRule} rule
 * @param {Register} register
 * @returns {KnownRule[]}
 */
function findHeirs(rule, register) {
	const seen = new Set([rule]);
	// A set visits what is added while it is walked.
	for (const each of seen) {
		const next = (each.successors ?? []).flatMap((code) => register.get(code) ?? []);
		if (each.isWithdrawn) next.forEach((heir) => seen.add(heir));
	}
	return [...seen].filter((heir) => !heir.isWithdrawn);
}

/**
 * @param {KnownRule} rule
 * @param {number} cited
 * @returns {Judgement}
 */
function sayNoRevision({ code, revision }, cited) {
	const known = revision === 1 ? '1' : `1 to ${revision}`;
	return {
		kind: 'unknown-revision',
		severity: 'error',
		message: `${code} has no revision ${cited}, expected ${known}`,
		instead: [code],
	};
}

/**
 * @param {KnownRule} rule
 * @param {number} cited
 * @returns {Judgement}
 */
function sayChanged({ code, revision, changes }, cited) {
	const since = changes
		.filter((change) => change.revision > cited)
		.map((change) => `${change.class} in revision ${change.revision} (${trimStop(change.note)})`);
	return {
		kind: 'changed-since',
		severity: 'warning',
		message: [
			`${code} has changed since revision ${cited}`,
			since.length > 0 ? since.join(', ') : `it is at revision ${revision}`,
		].join(': '),
		instead: [code],
	};
}

/** @param {KnownRule} rule */
function name({ code, title }) {
	return `${code} "${title}"`;
}

/** @param {string} sentence */
function trimStop(sentence) {
	return sentence.replace(/\.$/, '');
}
