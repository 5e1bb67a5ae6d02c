import type { Loader } from 'astro/loaders';
import type { Heading, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { makeCodeShower } from '../code/show.ts';
import { parseMarkdown } from '../ingest/read/parse.ts';
import { makeHeadingSlug } from '../ingest/read/slug.ts';
import { render, type RenderSettings } from '../ingest/render/render.ts';
import { makeRuleLinker } from '../ingest/render/rules.ts';
import { makeTermLinker } from '../ingest/render/terms.ts';
import { readTerminology, type Terminology, toGlossary } from './content.ts';
import { contentLoader } from './content-loader.ts';
import type { Entry } from './read-entries.ts';

/** What an entry's body became. */
export interface RenderedText {
	/** The Markdown. */
	text: string;
	html: string;
	/** What to read next, to be shown within a line; empty where nothing is said. */
	nextHtml: string;
	words: number;
}

/**
 * Loads the topics, the terms or the packs. Their text is rendered by the ingest's renderer, so that
 * glossary terms are linked in it as they are in documents.
 */
export function entryLoader<Data extends object>(
	name: string,
	pick: (content: Terminology) => Entry<Data>[],
): Loader {
	return contentLoader(name, async () => {
		const content = await readTerminology();
		const linkers = makeLinkers(content);
		return pick(content).map(({ slug, file, data, body }) => {
			const next = 'next' in data && typeof data.next === 'string' ? data.next : '';
			const rendered: RenderedText = {
				text: body.trim(),
				html: renderText(body, file, linkers(slug)),
				nextHtml: renderInline(next, file, withoutTerms(linkers(slug))),
				words: countWords(body),
			};
			return { id: slug, data: { ...data, ...rendered }, file };
		});
	});
}

/** What links terms and rules in a page of the site's own, and shows its code and diagrams. */
export type Linkers = Pick<RenderSettings, 'linkTerms' | 'linkRules' | 'showCode'>;

/** Returns linkers for a page; `skip` is the term that it defines itself. */
export function makeLinkers({ terms, rules }: Terminology): (skip?: string) => Linkers {
	const linkTerms = makeTermLinker(toGlossary(terms));
	const linkRules = makeRuleLinker(rules.map(({ rule }) => ({ code: rule.id, title: rule.title })));
	return (skip) => ({
		linkTerms: linkTerms(skip === undefined ? [] : [skip]),
		linkRules,
		showCode: makeCodeShower(),
	});
}

/** A short text beside the parts links rules alone: its terms are linked in the parts. */
export function withoutTerms(linkers: Linkers): Linkers {
	return { ...linkers, linkTerms: () => undefined };
}

/** Returns Markdown of the site's own as HTML. */
export function renderText(text: string, file: string, linkers: Linkers): string {
	const tree = parseMarkdown(text);
	return render(tree, {
		file,
		decorations: new Map(
			tree.children
				.filter(isHeading)
				.map((node) => [node, { id: makeHeadingSlug(toString(node)) }]),
		),
		urlOfDocument: () => undefined,
		headingShift: 0,
		...linkers,
	});
}

/** Returns Markdown that stands within a line as HTML: a single paragraph comes without its element. */
export function renderInline(text: string, file: string, linkers: Linkers): string {
	const html = renderText(text, file, linkers);
	const [first, ...others] = parseMarkdown(text).children;
	const isSentence = first?.type === 'paragraph' && others.length === 0;
	return isSentence ? html.slice('<p>'.length, -'</p>'.length) : html;
}

function isHeading(node: RootContent): node is Heading {
	return node.type === 'heading';
}

function countWords(text: string): number {
	return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}
