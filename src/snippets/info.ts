import { suggest } from '../ingest/suggest.ts';
import { type CheckName, checkNames, shownLanguages } from './kinds.ts';
import type { Snippet } from './model.ts';

/** What the info string of a block says. */
export type Info = Pick<Snippet, 'language' | 'check' | 'reason' | 'error' | 'wrong'>;

const known = [...checkNames, ...Object.keys(shownLanguages)];
const allowed = `one of ${known.join(', ')}, or another language with unchecked="reason"`;

/** `title` is shown above the block, and asks for nothing. */
const optionNames = ['unchecked', 'error', 'title'];

/** Returns what an info string asks for: its first word and the rest. */
export function readInfo(language: string, meta: string): Info {
	const { words, options } = splitMeta(meta);
	const name = [language, ...words].join(' ');
	const { unchecked, error } = options;
	const info: Info = {
		language,
		check: undefined,
		reason: undefined,
		error: undefined,
		wrong: undefined,
	};
	const reject = (found: string, expected: string, hint = ''): Info => ({
		...info,
		wrong: { found, expected, hint },
	});
	if (language === '') return reject('code block without an info string', allowed);
	const other = Object.keys(options).find((option) => !optionNames.includes(option));
	if (other !== undefined) return reject(`“${other}” in “${name}”`, 'unchecked="…" or error=…');
	if (unchecked !== undefined) {
		if (unchecked.trim() === '') return reject('empty unchecked=""', 'the reason in quotes');
		if (error !== undefined) return reject('error beside unchecked', 'one of them');
		return { ...info, reason: unchecked.trim() };
	}
	if (error !== undefined) {
		if (name !== 'sql run') return reject(`error in “${name}”`, 'it in “sql run” alone');
		if (!/^[0-9A-Z]{5}$/.test(error)) return reject(`error=${error}`, 'five digits or capitals');
	}
	if (Object.hasOwn(shownLanguages, name)) return { ...info, reason: shownLanguages[name] };
	if (!isCheckName(name)) return reject(`info string “${name}”`, allowed, suggest(name, known));
	return { ...info, check: name, error };
}

function isCheckName(name: string): name is CheckName {
	return checkNames.some((each) => each === name);
}

/** Splits `run error=42501` into words and options. */
function splitMeta(meta: string): { words: string[]; options: Record<string, string> } {
	const words: string[] = [];
	const options: Record<string, string> = {};
	for (const [word, key, quoted, plain] of meta.matchAll(/([\w-]+)=(?:"([^"]*)"|(\S*))|\S+/g)) {
		if (key === undefined) words.push(word);
		else options[key] = quoted ?? plain ?? '';
	}
	return { words, options };
}
