import type { Answer } from '../../review/model.ts';
import { areKeysOn, isShortcut, setKeysOn } from '../keys.ts';
import { find } from './dom.ts';
import type { RowList } from './rows.ts';

/** What keys do to a review. */
export interface KeyCommands {
	answer: (code: string, answer: Answer) => void;
	undo: () => void;
}

/** Keys that answer the rule with the focus, and whether a reason is asked for. */
const answerKeys: Record<string, { answer: Answer; asksWhy: boolean }> = {
	m: { answer: 'met', asksWhy: false },
	x: { answer: 'not met', asksWhy: true },
	n: { answer: 'not applicable', asksWhy: true },
	o: { answer: 'open', asksWhy: false },
};

/** Takes a key for the list of rules. Escape leads from a field back to its rule. */
export function takeKey(
	event: KeyboardEvent,
	root: HTMLElement,
	rows: RowList,
	commands: KeyCommands,
): void {
	const row = rows.getCurrent();
	if (event.key === 'Escape' && row && event.target !== row) {
		row.focus();
		return;
	}
	if (!isShortcut(event, event.key)) return;
	const code = row?.dataset.code;
	const answer = answerKeys[event.key];
	if (event.key === 'j' || event.key === 'k') rows.move(event.key === 'j' ? 1 : -1);
	else if (event.key === 'u') commands.undo();
	else if (event.key === '?') showKeys(root);
	else if (row && code && answer) {
		commands.answer(code, answer.answer);
		if (answer.asksWhy) find(row, '[data-field="reason"]').focus();
	} else if (row && event.key === 'e') find(row, '[data-field="evidence"]').focus();
	else return;
	event.preventDefault();
}

/** Shows what each key does, with the switch that turns keys off. */
export function showKeys(root: HTMLElement): void {
	const box = find<HTMLInputElement>(root, '[data-keys-on]');
	box.checked = areKeysOn();
	box.onchange = () => {
		setKeysOn(box.checked);
	};
	find<HTMLDialogElement>(root, '[data-keys-dialog]').showModal();
}
