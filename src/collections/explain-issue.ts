import type { z } from 'astro/zod';

/** What is wrong with a field of the front matter, as its finding says it. */
interface Explanation extends Record<string, string> {
	field: string;
	found: string;
	expected: string;
}

/** Longer values are cut where a finding shows them. */
const shownLength = 60;

/** What the types of a schema are called by people who write YAML. */
const typeNames: Record<string, string> = {
	array: 'a list',
	boolean: 'true or false',
	date: 'a date',
	number: 'a number',
	int: 'a whole number',
	object: 'fields',
	string: 'text',
};

/** What a size counts, by what has it. */
const units: Record<string, string> = { array: 'items', string: 'characters', set: 'items' };

/**
 * Returns what a schema found wrong in front matter. Where the schema has words of its own for what it
 * expects, those are taken; the library's are made for programmers.
 */
export function explainIssue(issue: z.core.$ZodIssue, data: unknown): Explanation {
	const field = issue.path.join('.') || '(front matter)';
	if (issue.code === 'unrecognized_keys') {
		return {
			field,
			found: `key ${issue.keys.join(', ')}`,
			expected: 'only the fields of the schema',
		};
	}
	const isOwn = !/^(?:Invalid|Too (?:small|big))/.test(issue.message);
	return {
		field,
		found: show(issue.path.reduce(getIn, data)),
		expected: isOwn ? issue.message : say(issue),
	};
}

function say(issue: z.core.$ZodIssue): string {
	switch (issue.code) {
		case 'invalid_type':
			return typeNames[issue.expected] ?? issue.expected;
		case 'invalid_value':
			return `${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
		case 'too_small':
			return `at least ${count(issue.minimum, issue.origin)}`;
		case 'too_big':
			return `at most ${count(issue.maximum, issue.origin)}`;
		default:
			return issue.message;
	}
}

function count(size: number | bigint, origin: string): string {
	const unit = units[origin] ?? '';
	return `${size} ${Number(size) === 1 ? unit.replace(/s$/, '') : unit}`.trim();
}

function getIn(value: unknown, key: PropertyKey): unknown {
	return typeof value === 'object' && value !== null
		? (value as Record<PropertyKey, unknown>)[key]
		: undefined;
}

function show(value: unknown): string {
	if (value === undefined || value === null || value === '') return 'nothing';
	if (Array.isArray(value)) return count(value.length, 'array');
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return `“${text.length > shownLength ? `${text.slice(0, shownLength)}…` : text}”`;
}
