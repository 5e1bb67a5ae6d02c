import type { Code, Nodes } from 'mdast';
import { parseMarkdown } from '../ingest/read/parse.ts';
import { readInfo } from './info.ts';
import type { Snippet, SnippetPage } from './model.ts';

/** Returns the code blocks of a page in their order, those in lists and quotes too. */
export function findSnippets({ file, body }: SnippetPage): Snippet[] {
	// Most glossary entries have neither a fence nor an indented line: parsing them would take seconds.
	if (!/```|~~~| {4}|\t/.test(body)) return [];
	return findCode(parseMarkdown(body)).map((node) => ({
		file,
		line: node.position?.start.line ?? 1,
		column: node.position?.start.column ?? 1,
		...readInfo(node.lang ?? '', node.meta ?? ''),
		text: node.value,
	}));
}

function findCode(node: Nodes): Code[] {
	if (node.type === 'code') return [node];
	return 'children' in node ? node.children.flatMap(findCode) : [];
}
