import type { Cited } from '../../review/citation.ts';
import { type CitedThing, toCited } from './cited.ts';

/** A heading with its control; the second one is Starlight's, on the pages of the guide. */
const headings = '.cited-heading, .sl-heading-wrapper';

/**
 * Returns what is cited from a place of the page: the statement or heading that it is in, else the rule
 * of its row, else the rule that the page is about. Undefined where there is none.
 */
export function findCited(place: Element): Cited | undefined {
	const heading = place.closest(headings)?.querySelector<HTMLElement>('[id]') ?? null;
	const statement = place.closest<HTMLElement>('.document [id^="s-"]');
	if (statement) return citeStatement(statement);
	const holder = place.closest<HTMLElement>('[data-cited]');
	if (holder) return citeRule(holder, heading);
	return heading ? citeHeading(heading) : undefined;
}

function citeRule(holder: HTMLElement, heading: HTMLElement | null): Cited {
	const rule = JSON.parse(holder.dataset.cited ?? '{}') as CitedThing;
	return toCited(rule, heading ? { title: getText(heading), id: heading.id } : undefined);
}

/** A statement of a source names the rules that it supports. */
function citeStatement(statement: HTMLElement): Cited {
	const marks = [...statement.querySelectorAll('.mark-rule')].map(getText);
	const codes = [...new Set(marks)].join(', ');
	return {
		name: `${getPageTitle()}${codes && ` (${codes})`}`,
		level: undefined,
		statement: getText(statement),
		url: getPlace(statement.id),
	};
}

function citeHeading(heading: HTMLElement): Cited {
	return {
		name: `${getPageTitle()}, ${getText(heading)}`,
		level: undefined,
		statement: '',
		url: getPlace(heading.id),
	};
}

function getPageTitle(): string {
	const title = document.querySelector('h1');
	return title ? getText(title) : document.title;
}

function getPlace(id: string): string {
	return new URL(`#${id}`, location.href.replace(/[?#].*/, '')).href;
}

/** Text without the controls beside it, and of a list item without the items in it. */
function getText(element: Element): string {
	const copy = element.cloneNode(true) as Element;
	for (const control of copy.querySelectorAll('.marks, .sr-only, ul, ol')) control.remove();
	return (copy.textContent || element.textContent || '').replace(/\s+/g, ' ').trim();
}
