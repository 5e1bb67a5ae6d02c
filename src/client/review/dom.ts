/** Returns the element that the page's own markup must have. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
export function find<Type extends HTMLElement = HTMLElement>(
	root: ParentNode,
	selector: string,
): Type {
	const element = root.querySelector<Type>(selector);
	if (!element) throw new Error(`Unexpected page without ${selector}`);
	return element;
}

/** Makes an element with text or elements in it. Text is never markup. */
export function make<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Record<string, string> = {},
	...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
	element.append(...content);
	return element;
}

/** Makes a button that `pl-review` answers by its action. */
export function makeButton(action: string, text: string, value = ''): HTMLButtonElement {
	return make('button', { type: 'button', class: 'button', 'data-action': action, value }, text);
}

/** "1 rule", "2 rules" */
export function countRules(count: number): string {
	return `${count} ${count === 1 ? 'rule' : 'rules'}`;
}
