import { satteri, type SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { makeCodeShower } from '../code/show.ts';
import { closed, makeCodeSplitter } from '../ingest/render/rules.ts';
import { readTerminology } from './content.ts';

declare module 'hast' {
	interface ElementData {
		/** Sätteri's: the first word of a code block's info string. */
		lang?: string;
	}
}

type Plugin = NonNullable<SatteriProcessorOptions['hastPlugins']>[number];

/**
 * Returns Astro's Markdown processor for the guide. It makes of `[SEC-014]` and of code blocks what our
 * own renderer makes of them in texts.
 */
export async function makeMarkdownProcessor(): Promise<ReturnType<typeof satteri>> {
	const { rules } = await readTerminology();
	return makeGuideProcessor(rules.map(({ rule }) => ({ code: rule.id, title: rule.title })));
}

/** Returns the processor of a guide that can name these rules. */
export function makeGuideProcessor(
	rules: { code: string; title: string }[],
): ReturnType<typeof satteri> {
	// Highlighted code has elements in it that hide from the linker that it is code: links come first.
	return satteri({ hastPlugins: [makeRuleLinks(rules), makeCodeBlocks] });
}

function makeRuleLinks(rules: { code: string; title: string }[]): Plugin {
	const split = makeCodeSplitter(rules);
	return {
		name: 'plumbline-rule-links',
		text(node, context) {
			const parent = context.parent(node);
			if (!node.value.includes('[') || parent.type !== 'element') return;
			if (closed.has(parent.tagName)) return;
			const parts = split(node.value);
			if (parts.some(({ type }) => type === 'element')) context.replaceNode(node, parts);
		},
	};
}

/** Called for each page: the ids of its diagrams are counted within it. */
function makeCodeBlocks(): Plugin {
	const showCode = makeCodeShower();
	return {
		name: 'plumbline-code-blocks',
		element: {
			filter: ['pre'],
			visit(node, context) {
				const [code] = node.children;
				if (code?.type !== 'element' || code.tagName !== 'code') return;
				return showCode({
					type: 'code',
					value: context.textContent(code).replace(/\n$/, ''),
					lang: code.data?.lang ?? null,
					meta: code.data?.meta ?? null,
				});
			},
		},
	};
}
