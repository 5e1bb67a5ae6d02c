import type { Element, ElementContent, Nodes } from 'hast';
import type { GlossaryTerm } from '../model.ts';

/** Changes a tree: the first mention of each glossary term becomes a link to it. */
export type TermLinker = (tree: Nodes) => void;

interface Name {
	words: string[];
	slug: string;
}

/** Where a link may not stand, or would not be read. */
const closed = new Set(['a', 'code', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'sup']);

/**
 * Returns a linker for the terms of the glossary. Names match whole words; plurals count ("read replicas"). `skip` are terms that a page defines itself.
 */
export function makeTermLinker(terms: GlossaryTerm[]): (skip?: string[]) => TermLinker {
	const byFirstWord = Map.groupBy(
		terms.flatMap(({ slug, names }) =>
			names.map((name): Name => ({
				slug,
				words: wordsOf(name).map(({ word }) => normalize(word)),
			})),
		),
		(name) => name.words[0] ?? '',
	);
	for (const names of byFirstWord.values()) names.sort((a, b) => b.words.length - a.words.length);
	return (skip = []) => {
		const seen = new Set(skip);
		return (tree) => {
			linkIn(tree, (text) => splitAtTerms(text, byFirstWord, seen));
		};
	};
}

function linkIn(node: Nodes, split: (text: string) => ElementContent[] | undefined): void {
	if (!('children' in node)) return;
	if (node.type === 'element' && closed.has(node.tagName)) return;
	const children = node.children.flatMap((child) => {
		const parts = child.type === 'text' ? split(child.value) : undefined;
		if (!parts) linkIn(child, split);
		return parts ?? [child];
	});
	// A tree's root may also hold a doctype, which no element may; nothing else tells the two apart here.
	node.children = children;
}

function splitAtTerms(
	text: string,
	byFirstWord: Map<string, Name[]>,
	seen: Set<string>,
): ElementContent[] | undefined {
	const words = wordsOf(text).map((at) => ({ ...at, word: normalize(at.word) }));
	const parts: ElementContent[] = [];
	let end = 0;
	for (let i = 0; i < words.length;) {
		const name = byFirstWord
			.get(words[i]?.word ?? '')
			?.find((candidate) => candidate.words.every((word, k) => words[i + k]?.word === word));
		const first = words[i];
		const last = words[i + (name?.words.length ?? 1) - 1];
		if (name && first && last && !seen.has(name.slug) && isWhole(text, first.start, last.end)) {
			seen.add(name.slug);
			parts.push({ type: 'text', value: text.slice(end, first.start) });
			parts.push(makeTermLink(name.slug, text.slice(first.start, last.end)));
			end = last.end;
		}
		i += name?.words.length ?? 1;
	}
	if (parts.length === 0) return undefined;
	return [...parts, { type: 'text', value: text.slice(end) }];
}

function makeTermLink(slug: string, text: string): Element {
	return {
		type: 'element',
		tagName: 'a',
		properties: { href: `/glossary/#${slug}`, className: ['term'] },
		children: [{ type: 'text', value: text }],
	};
}

/** Whether a mention stands by itself: "cross-tenant" is no mention of a tenant. */
function isWhole(text: string, start: number, end: number): boolean {
	return !/[\p{L}\p{N}]-$/u.test(text.slice(0, start)) && !/^-[\p{L}\p{N}]/u.test(text.slice(end));
}

function wordsOf(text: string): { word: string; start: number; end: number }[] {
	return [...text.matchAll(/[\p{L}\p{N}_]+/gu)].map((match) => ({
		word: match[0],
		start: match.index,
		end: match.index + match[0].length,
	}));
}

/**
 * Abbreviations keep their case, so that "REST" is not found in "the rest"; of other words only the
 * plural is folded, for a stem would find "versioning" in "version control".
 */
function normalize(word: string): string {
	const isAbbreviation = /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(word);
	if (isAbbreviation) return word.replace(/s$/, '');
	// "DoS" is no plural, and "do" no mention of it.
	if (/\p{Lu}.*\p{Lu}/u.test(word)) return word;
	return word
		.toLowerCase()
		.replace(/ies$/, 'y')
		.replace(/(?<=[^s])s$/, '');
}
