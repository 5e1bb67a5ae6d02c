import type { Nodes, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { type Chunk, splitChunks } from './chunks.ts';
import { sectionTagFromMarkdown, sectionTagSyntax } from './section-tag.ts';

const plain = makeProcessor();
const gfm = makeProcessor().use(remarkGfm).freeze();

/** Characters of a chunk at least: most documents are one. */
const chunkSize = 16_000;

/**
 * Returns the tree of a Markdown text. Lines and columns of positions count in `text`; offsets are
 * left out. A large text is parsed in chunks, with the same tree as in one (tested as a property).
 */
export function parseMarkdown(text: string, size = chunkSize): Root {
	const chunks = splitChunks(text.split('\n'), size);
	const parts = chunks.map((chunk) => parseChunk(chunk, []));
	// A reference is one only where its definition is known, and that may be in another chunk.
	const definitions = chunks.length > 1 ? [...new Set(parts.flatMap(findDefinitions))] : [];
	const final =
		definitions.length > 0 ? chunks.map((chunk) => parseChunk(chunk, definitions)) : parts;
	return { type: 'root', children: final.flat() };
}

function parseChunk({ lines, offset }: Chunk, definitions: string[]): RootContent[] {
	// A paragraph ends what a definition could go on with: "    code" would belong to a footnote.
	const known =
		definitions.length > 0 ? [...definitions.flatMap((line) => [line, '']), 'end', ''] : [];
	const text = [...known, ...lines].join('\n');
	// remark-gfm doubles the time of parsing: a text without a character that could start one of its
	// constructs has the same tree without it (tested as a property).
	const { children } = (needsGfm(text) ? gfm : plain).parse(text);
	const kept = children.filter((node) => (node.position?.start.line ?? 0) > known.length);
	for (const node of kept) movePositions(node, offset - known.length);
	return kept;
}

/** A line for each link or footnote that is defined in the nodes: enough to know its label. */
function findDefinitions(nodes: RootContent[]): string[] {
	return nodes.flatMap((node) => {
		const inside = 'children' in node ? findDefinitions(node.children) : [];
		if (node.type === 'definition') return [`[${node.label ?? node.identifier}]: #`];
		if (node.type === 'footnoteDefinition') {
			return [`[^${node.label ?? node.identifier}]: .`, ...inside];
		}
		return inside;
	});
}

/** Whether the text may hold a table, strikethrough, footnote, task or bare link. */
export function needsGfm(text: string): boolean {
	return /[|~@]|\[\^|\[[\sxX]|www\.|https?:/i.test(text);
}

function movePositions(node: Nodes, lines: number): void {
	if (node.position) {
		const { start, end } = node.position;
		node.position = {
			start: { line: start.line + lines, column: start.column },
			end: { line: end.line + lines, column: end.column },
		};
	}
	if (!('children' in node)) return;
	for (const child of node.children) movePositions(child, lines);
}

function makeProcessor(): Processor<Root> {
	const processor = unified().use(remarkParse);
	const data = processor.data();
	data.micromarkExtensions = [sectionTagSyntax()];
	data.fromMarkdownExtensions = [sectionTagFromMarkdown()];
	return processor;
}
