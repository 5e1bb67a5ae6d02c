import type { ReferenceGroup } from '../references.ts';
import type { RuleLink } from '../rules/links.ts';
import { urlOfTwin } from '../urls.ts';

/** The Markdown twin of a page: what programs and people with a text tool read. */
export interface Twin {
	/** URL of the twin, such as `/rules/sec-014.md`. */
	url: string;
	/** Of many documents it is made when it is asked for: all of them at once are too much. */
	readonly text: string;
}

/** Returns blocks with a blank line between them; parts that are missing or empty leave none. */
export function joinBlocks(...parts: (string | undefined)[]): string {
	return `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`;
}

/** Returns a section to be joined with others: a heading, where there is one, and its blocks. */
export function formatSection(heading: string, ...parts: (string | undefined)[]): string {
	return joinBlocks(heading, ...parts).trim();
}

export function formatList(items: string[]): string {
	return items.map((item) => `- ${item}`).join('\n');
}

export function formatRuleLink({ code, title, url, level }: RuleLink): string {
	return `[${code}](${urlOfTwin(url)}) ${title} (${level})`;
}

/** Returns the section of references; undefined where there are none. */
export function formatReferences(groups: ReferenceGroup[]): string | undefined {
	const links = groups.flatMap(({ items }) =>
		items.map(({ name, title, url }) => `[${name}](${url})${title && `: ${title}`}`),
	);
	return links.length === 0 ? undefined : formatSection('## References', formatList(links));
}

/** Returns a text as the label of a link: on one line, its brackets escaped. */
export function toOneLine(text: string): string {
	return text.replace(/\s+/g, ' ').replace(/([[\]])/g, '\\$1');
}
