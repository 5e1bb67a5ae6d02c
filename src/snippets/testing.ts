import { checkSnippets } from './check.ts';
import type { CheckSettings, SnippetPage } from './model.ts';

/** Returns a page whose body is the given blocks, each an info string and lines of code. */
export function makePage(
	file: string,
	...blocks: [info: string, ...lines: string[]][]
): SnippetPage {
	const body = blocks.map(([info, ...lines]) => ['```' + info, ...lines, '```', ''].join('\n'));
	return { file, body: body.join('\n') };
}

/** Returns what is wrong as `file:line:column message`, without the words that all messages share. */
export async function explain(pages: SnippetPage[], settings?: CheckSettings): Promise<string[]> {
	const { findings } = await checkSnippets(pages, settings);
	return findings.map(({ file, line, column, message }) => {
		const found = /^Unexpected “?(.*?)”?(?: from .*)?, expected/s.exec(message)?.[1];
		return `${file}:${line}:${column} ${found ?? message}`;
	});
}
