import {
	answers,
	cleanName,
	cleanText,
	formatVersion,
	type Item,
	limits,
	type Review,
	textFields,
} from '../model.ts';
import { codePattern } from '../../rules/model.ts';
import { type Selector, selectorFields } from '../../rules/select.ts';

/** A review that was read, or why not, as a sentence for the reader. */
export type ReadResult = { review: Review } | { problem: string };

const wholeCode = new RegExp(`^${codePattern.source}$`);
const idPattern = /^[A-Za-z0-9_-]{6,40}$/;
const copyPattern = /^[a-z0-9]{1,12}$/;

/** Returns an item out of data of any shape; undefined where it is none. */
export function readItem(data: unknown, code: string): Item | undefined {
	try {
		return toItem(data, toCode(code));
	} catch {
		return undefined;
	}
}

class ShapeError extends Error {}

/** Returns a review out of data of any shape. Every text is cleaned; nothing else is guessed. */
export function readReview(data: unknown): ReadResult {
	try {
		return { review: toReview(data) };
	} catch (error) {
		if (!(error instanceof ShapeError)) throw error;
		return { problem: `This is no review: ${error.message}.` };
	}
}

function toReview(data: unknown): Review {
	const fields = toRecord(data, 'the review');
	const items = Object.entries(toRecord(fields.items, 'items'));
	if (items.length > limits.items) fail(`${items.length} items, expected at most ${limits.items}`);
	return {
		id: toPattern(fields.id, idPattern, 'id'),
		name: cleanName(toText(fields.name, 'name')) || 'Review',
		created: toPattern(fields.created, /^\d{4}-\d{2}-\d{2}$/, 'created'),
		release: toPattern(fields.release, /^[\w.-]{1,40}$/, 'release'),
		scope: toList(fields.scope, 'scope').map(toSelector),
		leftOut: toList(fields.leftOut, 'leftOut').map(toCode).sort(),
		items: Object.fromEntries(
			items
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([code, item]) => [toCode(code), toItem(item, code)]),
		),
	};
}

function toItem(data: unknown, code: string): Item {
	const fields = toRecord(data, code);
	const answer = answers.find((each) => each === fields.answer);
	if (!answer) fail(`${quote(fields.answer)} as answer of ${code}`);
	const texts = textFields.map((field) => [field, cleanText(toText(fields[field] ?? '', field))]);
	return {
		revision: toCount(fields.revision, `revision of ${code}`),
		answer,
		...(Object.fromEntries(texts) as Pick<Item, (typeof textFields)[number]>),
		edits: toEdits(fields.edits ?? {}),
	};
}

function toEdits(data: unknown): Item['edits'] {
	const entries = Object.entries(toRecord(data, 'edits'));
	return Object.fromEntries(
		entries.map(([copy, count]) => [
			toPattern(copy, copyPattern, 'edits'),
			toCount(count, 'edits'),
		]),
	);
}

/** What a value of a selector may be. */
export const selectorValue = /^[\w.-]{1,60}$/;

/** Values that a selector names and nobody has select nothing: they need no check. */
function toSelector(data: unknown): Selector {
	const fields = toRecord(data, 'scope');
	const unknown = Object.keys(fields).find((key) => !selectorFields.some((each) => each === key));
	if (unknown !== undefined) fail(`field ${quote(unknown)} of scope`);
	const known = selectorFields.filter((field) => fields[field] !== undefined);
	return Object.fromEntries(
		known.map((field) => [
			field,
			toList(fields[field], field).map((value) => toPattern(value, selectorValue, field)),
		]),
	);
}

function toRecord(data: unknown, name: string): Record<string, unknown> {
	if (typeof data !== 'object' || data === null || Array.isArray(data)) {
		fail(`${name} is ${describe(data)}, expected an object`);
	}
	return data as Record<string, unknown>;
}

function toList(data: unknown, name: string): unknown[] {
	if (!Array.isArray(data)) fail(`${name} is ${describe(data)}, expected a list`);
	return data;
}

function toText(data: unknown, name: string): string {
	if (typeof data !== 'string') fail(`${name} is ${describe(data)}, expected text`);
	return data;
}

function toPattern(data: unknown, pattern: RegExp, name: string): string {
	const text = toText(data, name);
	if (!pattern.test(text)) fail(`${quote(text)} as ${name}`);
	return text;
}

function toCode(data: unknown): string {
	return toPattern(data, wholeCode, 'code of a rule');
}

function toCount(data: unknown, name: string): number {
	if (typeof data !== 'number' || !Number.isSafeInteger(data) || data < 1) {
		fail(`${name} is ${describe(data)}, expected a number from 1`);
	}
	return data;
}

/** What was found, at a length that a message can have. */
function quote(data: unknown): string {
	return typeof data === 'string' ? `“${data.slice(0, 40)}”` : describe(data);
}

function describe(data: unknown): string {
	if (data === null || data === undefined) return 'missing';
	return Array.isArray(data) ? 'a list' : typeof data;
}

function fail(message: string): never {
	throw new ShapeError(message);
}

/** Returns why data of another version cannot be read; undefined for this one. */
export function explainVersion(version: unknown): string | undefined {
	if (version === formatVersion) return undefined;
	if (typeof version === 'number' && version > formatVersion) {
		return `It was written by a newer version of this site (format ${version}; this page reads ${formatVersion}). Load the page again, or open it where it was made.`;
	}
	return 'It does not say which format it has.';
}
