import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { sectionTagFromMarkdown, sectionTagSyntax } from './section-tag.ts';

const plain = makeProcessor();
const gfm = makeProcessor().use(remarkGfm).freeze();

/**
 * Returns the tree of a Markdown text. Positions count in `text`.
 *
 * remark-gfm doubles the time of parsing, so a text without any character that could start one of
 * its constructs is parsed without it; the tree is the same (tested as a property).
 */
export function parseMarkdown(text: string): Root {
	return needsGfm(text) ? gfm.parse(text) : plain.parse(text);
}

/** Whether the text may hold a table, strikethrough, footnote, task or bare link. */
export function needsGfm(text: string): boolean {
	return /[|~@]|\[\^|\[[\sxX]\]|www\.|https?:/i.test(text);
}

function makeProcessor(): Processor<Root> {
	const processor = unified().use(remarkParse);
	const data = processor.data();
	data.micromarkExtensions = [sectionTagSyntax()];
	data.fromMarkdownExtensions = [sectionTagFromMarkdown()];
	return processor;
}
