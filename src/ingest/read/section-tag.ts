import type { Literal } from 'mdast';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { htmlBlockNames, htmlRawNames } from 'micromark-util-html-tag-name';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';

/** `<security_baseline>` or `</security_baseline>` alone on a line. `value` is the name. */
export interface SectionTag extends Literal {
	type: 'sectionTag';
	closing: boolean;
}

declare module 'mdast' {
	interface RootContentMap {
		sectionTag: SectionTag;
	}
	interface BlockContentMap {
		sectionTag: SectionTag;
	}
}

declare module 'micromark-util-types' {
	interface TokenTypeMap {
		sectionTag: 'sectionTag';
		sectionTagName: 'sectionTagName';
	}
}

const lessThan = 60;
const greaterThan = 62;
const slash = 47;
const underscore = 95;
const hyphen = 45;

/** HTML's own elements stay HTML, also those that only type 7 of HTML blocks would take. */
const htmlNames: ReadonlySet<string> = new Set([
	...htmlBlockNames,
	...htmlRawNames,
	...'a abbr audio b bdi bdo big br button canvas cite code data datalist del dfn em embed font i img input ins kbd label map mark marquee meter object output picture progress q rp rt ruby s samp select slot small source span strike strong sub sup svg math template time tt u var video wbr'.split(
		' ',
	),
]);

/**
 * micromark syntax for tag-like sections. As a construct of the parser it knows what a line-by-line
 * search would have to guess: a tag in a fenced block is code, and a closing tag ends the list above
 * it instead of being taken into the last item.
 */
export function sectionTagSyntax(): Extension {
	return { flow: { [lessThan]: sectionTag } };
}

/** Turns the tokens of `sectionTagSyntax` into `sectionTag` nodes. */
export function sectionTagFromMarkdown(): FromMarkdownExtension {
	return {
		enter: {
			sectionTag(token) {
				this.enter({ type: 'sectionTag', value: '', closing: false }, token);
			},
		},
		exit: {
			sectionTagName(token) {
				const node = this.stack.at(-1);
				if (node?.type !== 'sectionTag') return;
				const text = this.sliceSerialize(token);
				node.closing = text.startsWith('/');
				node.value = text.replace(/^\//, '');
			},
			sectionTag(token) {
				this.exit(token);
			},
		},
	};
}

const sectionTag: Construct = { name: 'sectionTag', tokenize, concrete: true };

function tokenize(effects: Effects, ok: State, nok: State): State {
	let name = '';
	return start;

	function start(code: Code): State | undefined {
		effects.enter('sectionTag');
		effects.consume(code);
		return open;
	}

	function open(code: Code): State | undefined {
		effects.enter('sectionTagName');
		if (code !== slash) return first(code);
		effects.consume(code);
		return first;
	}

	function first(code: Code): State | undefined {
		return isLower(code) ? inside(code) : nok(code);
	}

	function inside(code: Code): State | undefined {
		if (
			code !== null &&
			(isLower(code) || isDigit(code) || code === underscore || code === hyphen)
		) {
			name += String.fromCharCode(code);
			effects.consume(code);
			return inside;
		}
		if (code !== greaterThan || htmlNames.has(name)) return nok(code);
		effects.exit('sectionTagName');
		effects.consume(code);
		effects.exit('sectionTag');
		return after;
	}

	// Trailing spaces may follow; anything else makes the line something other than a tag.
	function after(code: Code): State | undefined {
		if (code === null || code < -2) return ok(code);
		if (code !== -2 && code !== -1 && code !== 32) return nok(code);
		effects.enter('whitespace');
		return space(code);
	}

	function space(code: Code): State | undefined {
		if (code === -2 || code === -1 || code === 32) {
			effects.consume(code);
			return space;
		}
		effects.exit('whitespace');
		return code === null || code < -2 ? ok(code) : nok(code);
	}
}

function isLower(code: Code): boolean {
	return code !== null && code >= 97 && code <= 122;
}

function isDigit(code: Code): boolean {
	return code !== null && code >= 48 && code <= 57;
}
