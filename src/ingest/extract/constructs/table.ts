import type { Table } from 'mdast';
import { inspectInline } from '../inline.ts';
import { addDraft, type ConstructHandler, endLineOf, markLines, startOf } from '../state.ts';
import { fold, getText } from '../text.ts';

/** Each row is a statement that names its columns' values; the head row names the columns. */
export const table: ConstructHandler<Table> = (node, flow, state) => {
	const [head, ...rows] = node.children;
	if (!head) return;
	inspectInline(head, state);
	markLines(state, startOf(node).line, startOf(node).line + 1, 'table head');
	for (const row of rows) {
		const cells = row.children.map((cell) => getText(cell));
		addDraft(state, flow, row, {
			text: fold(cells.filter((cell) => cell !== '').join(' · ')),
			construct: 'row',
			override: { ...flow.pending, ...inspectInline(row, state) },
		});
	}
	markLines(state, startOf(node).line, endLineOf(node), 'table head');
};
