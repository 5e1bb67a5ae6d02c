import type { Html } from 'mdast';
import { makeFinding } from '../../findings.ts';
import { parseOverride } from '../override.ts';
import {
	addDraft,
	type ConstructHandler,
	endLineOf,
	markLines,
	placeOf,
	startOf,
} from '../state.ts';
import { fold, isComment } from '../text.ts';

/** Raw HTML is text with a finding; a comment is left out, and may override what follows. */
export const html: ConstructHandler<Html> = (node, flow, state) => {
	const place = placeOf(node, state);
	if (!isComment(node.value)) {
		state.findings.push(makeFinding('raw-html', place, { html: excerpt(node.value) }));
		addDraft(state, flow, node, {
			text: node.value,
			construct: 'html',
			override: { ...flow.pending },
		});
		return;
	}
	const parsed = parseOverride(node.value, state.names, place);
	if (parsed) {
		state.findings.push(...parsed.findings);
		flow.pending = { ...flow.pending, ...parsed.override };
	}
	const reason = parsed ? 'override' : 'comment';
	markLines(state, startOf(node).line, endLineOf(node), reason);
};

export function excerpt(text: string): string {
	const folded = fold(text);
	return folded.length > 60 ? `${folded.slice(0, 57)}…` : folded;
}
