import { getShelf } from './shelf.ts';

/** Fields in which keys are text. */
const typing =
	'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable], dialog';

const keysKey = 'plumbline.keys';

/** Whether single keys are commands. Readers who speak to their computer turn them off (WCAG 2.1.4). */
export function areKeysOn(): boolean {
	try {
		return getShelf().getItem(keysKey) !== 'off';
	} catch {
		return true;
	}
}

export function setKeysOn(isOn: boolean): void {
	try {
		if (isOn) getShelf().removeItem(keysKey);
		else getShelf().setItem(keysKey, 'off');
	} catch {
		// Storage is off: keys stay on.
	}
}

/** Whether a key was pressed as a command: alone, not in a field, and not in a dialog. */
export function isShortcut(event: KeyboardEvent, key: string): boolean {
	if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return false;
	const target = event.target instanceof Element ? event.target : undefined;
	return !event.defaultPrevented && !target?.closest(typing) && areKeysOn();
}
