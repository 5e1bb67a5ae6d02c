import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { type Finding, makeFinding } from '../findings.ts';
import type { FrontMatterEntry, ReadDocument, SkippedLine, SourceFile } from '../model.ts';
import { decode } from './decode.ts';
import { readFrontMatter } from './front-matter.ts';
import { checkLimits } from './limits.ts';
import { makeMarkLists } from './mark-lists.ts';
import { parseMarkdown } from './parse.ts';
import { type Part, splitParts } from './parts.ts';
import { makeSlug } from './slug.ts';

/**
 * Reads one file into the documents that it holds. With an error among the findings there are none:
 * a file is understood whole or not at all.
 */
export function read(file: SourceFile): { documents: ReadDocument[]; findings: Finding[] } {
	const text = decode(file);
	if (typeof text !== 'string') return { documents: [], findings: [text] };

	const lines = text.replace(/\n$/, '').split('\n');
	const { frontMatter, findings } = readFrontMatter(lines, file.path);
	findings.push(...checkLimits(lines, file.path));
	const slug = makeSlug(file.path.replace(/\.[^./]*$/, ''));
	if (!slug) {
		const place = { file: file.path, line: 1, column: 1 };
		findings.push(makeFinding('file-name', place, { name: file.path }));
	}
	if (findings.some((finding) => finding.severity === 'error')) return { documents: [], findings };

	// The body keeps its line numbers: the front matter becomes blank lines.
	const body = lines.map((line, i) => (i < frontMatter.lineCount ? '' : line)).join('\n');
	const tree = parseMarkdown(body);
	makeMarkLists(tree);
	const parts = splitParts(tree, lines.length);
	const skipped = skipFrontMatter(lines, frontMatter.lineCount);
	const documents = parts.map((part, i) => {
		const isFirst = i === 0;
		const entries = isFirst ? frontMatter.entries : [];
		return {
			id: isFirst ? slug : `${slug}-${makeSlug(part.title ?? '') || i + 1}`,
			title: part.title ?? getTitle(entries, tree, part, file.path),
			path: file.path,
			range: [part.from, part.to] satisfies [number, number],
			frontMatter: entries,
			tree: parts.length === 1 ? tree : slice(tree, part),
			lines,
			skipped: isFirst ? skipped : [],
		};
	});
	return { documents: distinguish(documents), findings };
}

/** Two roles of one title in one file are told apart by their number. */
function distinguish(documents: ReadDocument[]): ReadDocument[] {
	const seen = new Set<string>();
	return documents.map((document, i) => {
		const id = seen.has(document.id) ? `${document.id}-${i + 1}` : document.id;
		seen.add(id);
		return { ...document, id };
	});
}

function skipFrontMatter(lines: string[], count: number): SkippedLine[] {
	const skipped = lines.slice(0, count).map((line, i) => ({ line: i + 1, text: line.trim() }));
	return skipped
		.filter(({ text }) => text !== '')
		.map(({ line }) => ({ line, reason: 'front matter, shown as data of the document' }));
}

/** From front matter (`title`, then `name`), else the first heading, else the file name. */
function getTitle(entries: FrontMatterEntry[], tree: Root, part: Part, path: string): string {
	for (const key of ['title', 'name']) {
		const value = entries.find((entry) => entry.key === key)?.value.trim();
		if (value) return value;
	}
	const heading = tree.children.find(
		(node) => node.type === 'heading' && (node.position?.start.line ?? 0) <= part.to,
	);
	const text = heading ? toString(heading).trim() : '';
	return text || (path.split('/').at(-1) ?? path).replace(/\.[^.]*$/, '');
}

function slice(tree: Root, part: Part): Root {
	const children = tree.children.filter((node) => {
		const line = node.position?.start.line ?? 0;
		return line >= part.from && line <= part.to;
	});
	return { type: 'root', children };
}
