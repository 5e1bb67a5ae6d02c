import type { Html, Nodes, Parents } from 'mdast';
import { makeFinding } from '../findings.ts';
import { excerpt } from './constructs/html.ts';
import type { Override } from './draft.ts';
import { resolveUrl } from '../links/resolve.ts';
import { parseOverride } from './override.ts';
import { placeOf, type State } from './state.ts';
import { isComment } from './text.ts';

/**
 * Looks at the inline nodes of a statement: gathers its links, reports what a page will not show as
 * written, and returns the override that a comment in it holds.
 */
export function inspectInline(node: Parents, state: State): Override {
	const override: Override = {};
	for (const child of node.children) {
		if (child.type === 'html') Object.assign(override, inspectHtml(child, state));
		else if (child.type === 'link') inspectLink(child, child.url, state);
		else if (child.type === 'image') {
			state.findings.push(makeFinding('image-as-link', placeOf(child, state), { url: child.url }));
		}
		if ('children' in child) Object.assign(override, inspectInline(child, state));
	}
	return override;
}

function inspectHtml(node: Html, state: State): Override {
	const place = placeOf(node, state);
	if (!isComment(node.value)) {
		state.findings.push(makeFinding('raw-html', place, { html: excerpt(node.value) }));
		return {};
	}
	const parsed = parseOverride(node.value, state.names, place);
	state.findings.push(...(parsed?.findings ?? []));
	return parsed?.override ?? {};
}

/** Records a link between documents, and reports one whose scheme no page may carry. */
export function inspectLink(node: Nodes, url: string, state: State): void {
	const resolved = resolveUrl(url, state.file);
	const place = placeOf(node, state);
	if (resolved.kind === 'unsafe') {
		state.findings.push(makeFinding('link-unsafe', place, { scheme: resolved.scheme }));
	} else if (resolved.kind === 'document') {
		const { target, fragment } = resolved;
		state.links.push({ line: place.line, column: place.column, url, target, fragment });
	}
}
