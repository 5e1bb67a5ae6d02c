import type { Element, ElementContent } from 'hast';

/** Returns an element of its own: its properties are not shared with the caller. */
export function makeElement(
	tagName: string,
	children: ElementContent[],
	properties: Element['properties'] = {},
): Element {
	return { type: 'element', tagName, properties: { ...properties }, children };
}
