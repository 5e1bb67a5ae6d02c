import type { Code } from 'mdast';

/** What a code block's info string tells a reader; its words for the tests are not shown. */
export interface CodeInfo {
	/** As written; empty where the block names none. */
	language: string;
	title: string | undefined;
	/** Why the tests do not run it. */
	unchecked: string | undefined;
}

/** Returns what the info string of a code block says. */
export function readInfo({ lang, meta }: Pick<Code, 'lang' | 'meta'>): CodeInfo {
	const texts = new Map(
		[...(meta ?? '').matchAll(/([\w-]+)="\s*([^"]*[^"\s])\s*"/g)].map(([, key, value]) => [
			key,
			value,
		]),
	);
	return {
		language: (lang ?? '').toLowerCase(),
		title: texts.get('title'),
		unchecked: texts.get('unchecked'),
	};
}
