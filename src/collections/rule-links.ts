import { satteri } from '@astrojs/markdown-satteri';
import { closed, makeCodeSplitter } from '../ingest/render/rules.ts';
import { readTerminology } from './content.ts';

/**
 * Returns Astro's Markdown processor for the guide, in which `[SEC-014]` is a link to the rule, as in
 * the texts that our own renderer makes.
 */
export async function makeMarkdownProcessor(): Promise<ReturnType<typeof satteri>> {
	const { rules } = await readTerminology();
	const split = makeCodeSplitter(rules.map(({ rule }) => ({ code: rule.id, title: rule.title })));
	return satteri({
		hastPlugins: [
			{
				name: 'plumbline-rule-links',
				text(node, context) {
					const parent = context.parent(node);
					if (!node.value.includes('[') || parent.type !== 'element') return;
					if (closed.has(parent.tagName)) return;
					const parts = split(node.value);
					if (parts.some(({ type }) => type === 'element')) context.replaceNode(node, parts);
				},
			},
		],
	});
}
