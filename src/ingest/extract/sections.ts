import type { Root } from 'mdast';
import { type Finding, makeFinding } from '../findings.ts';
import type { SectionTag } from '../read/section-tag.ts';

/**
 * Returns the opening tags that have a closing tag, and findings for tags without a partner. The
 * section of an opening tag without one ends at the next tag.
 */
export function matchSections(
	tree: Root,
	file: string,
): { closed: ReadonlySet<SectionTag>; findings: Finding[] } {
	const open: SectionTag[] = [];
	const closed = new Set<SectionTag>();
	const findings: Finding[] = [];
	const report = (code: 'section-unclosed' | 'section-unopened', tag: SectionTag): void => {
		const { line, column } = tag.position?.start ?? { line: 1, column: 1 };
		findings.push(makeFinding(code, { file, line, column }, { name: tag.value }));
	};

	for (const node of tree.children) {
		if (node.type !== 'sectionTag') continue;
		if (!node.closing) {
			open.push(node);
			continue;
		}
		const index = open.findLastIndex((tag) => tag.value === node.value);
		const opening = open[index];
		if (!opening) {
			report('section-unopened', node);
			continue;
		}
		closed.add(opening);
		for (const tag of open.splice(index).slice(1)) report('section-unclosed', tag);
	}
	for (const tag of open) report('section-unclosed', tag);
	return { closed, findings };
}

/** Words of tags that are written in capitals. */
const acronyms = new Set(['api', 'apis', 'db', 'sql', 'ui', 'sla', 'slo', 'ci', 'cd', 'ai']);

/** "security_baseline" → "Security baseline", "api_contract" → "API contract". */
export function formatSectionName(name: string): string {
	const words = name
		.split(/[_-]+/)
		.map((word) => (acronyms.has(word) ? word.toUpperCase().replace(/S$/, 's') : word))
		.join(' ')
		.trim();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
