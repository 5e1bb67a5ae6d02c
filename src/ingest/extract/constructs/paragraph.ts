import type { Paragraph, RootContent } from 'mdast';
import { inspectInline } from '../inline.ts';
import { addDraft, type ConstructHandler } from '../state.ts';
import { extractTechnologies } from '../technologies.ts';
import { getLabel, getText } from '../text.ts';
import { headingsOf } from '../state.ts';

/** A paragraph is a statement; one that ends with a colon also introduces the list below it. */
export const paragraph: ConstructHandler<Paragraph> = (node, flow, state, next) => {
	const text = getText(node);
	const introduces = isIntroduced(next);
	const label = getLabel(node.children, introduces);
	const technologies = extractTechnologies(text, headingTexts(flow));
	const draft = addDraft(state, flow, node, {
		text,
		construct: 'paragraph',
		override: { ...flow.pending, ...inspectInline(node, state) },
		...(label && { label }),
		...(technologies && { technologies }),
	});
	if (introduces && (text.endsWith(':') || label)) flow.lead = draft;
};

function isIntroduced(next: RootContent | undefined): boolean {
	return next?.type === 'list' || next?.type === 'table' || next?.type === 'code';
}

function headingTexts(flow: Parameters<typeof headingsOf>[0]): string[] {
	return headingsOf(flow).map((heading) => heading.text);
}
