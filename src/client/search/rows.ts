import { markText } from '../../search/mark.ts';
import { recordKinds } from '../../search/model.ts';
import type { Result } from '../../search/results.ts';

/** Returns a result as a row of the list; `marks` are the words to mark. */
export function makeRow(result: Result, marks: Set<string>): HTMLLIElement {
	const row = document.createElement('li');
	const name = getName(result);
	row.dataset.result = '';
	row.dataset.url = result.url;
	row.dataset.title = name;
	row.dataset.kind = result.kind;
	if (result.heading) row.dataset.heading = result.heading;
	if (result.page) row.dataset.page = result.page;
	row.dataset.cited = JSON.stringify(getCited(result));
	const link = document.createElement('a');
	link.href = result.url;
	link.append(makeTitle(result, marks), makeFacts(result));
	if (result.passage) link.append(makeText('result-text', result.passage, marks));
	if (result.also) {
		const also = makeText('result-also', result.also, marks);
		also.prepend('Asked for as: ');
		link.append(also);
	}
	row.append(link);
	return row;
}

/** Puts rows into a list. Those that are there already stay: to paint them anew is most of what a key costs. */
export function replaceRows(list: HTMLElement, rows: HTMLElement[]): void {
	const focused = list.querySelector<HTMLElement>(':scope > :focus-within')?.dataset.url;
	for (const [i, row] of rows.entries()) {
		const old = list.children[i];
		if (!old) list.append(row);
		else if (!old.isEqualNode(row)) old.replaceWith(row);
	}
	while (list.children.length > rows.length) list.lastElementChild?.remove();
	if (focused === undefined || list.contains(document.activeElement)) return;
	rows
		.find(({ dataset }) => dataset.url === focused)
		?.querySelector('a')
		?.focus();
}

/** What a result is called where it is copied and counted: its code with its title. */
function getName({ code, title }: Result): string {
	return code ? `${code} ${title}` : title;
}

/** Returns what `Cite` needs to copy a result for a review. */
function getCited(result: Result): object {
	const { code, title, level, revision, url, passage, heading, page } = result;
	if (code && heading === '')
		return { code, title, level: level?.name, statement: passage, url, revision };
	const place = heading && page ? `${page}, ${heading}` : getName(result);
	return { title: place, statement: result.kind === 'source' && heading ? passage : '', url };
}

function makeTitle(result: Result, marks: Set<string>): HTMLSpanElement {
	const title = makeText('result-title', result.title, marks);
	if (result.code) {
		const code = makeSpan('code', result.code);
		title.prepend(code, ' ');
	}
	if (result.heading) {
		title.append(makeSpan('result-sep', ' › '));
		title.append(...makeText('', result.heading, marks).childNodes);
	}
	return title;
}

/** Kind, level and topic, at the end of the title's line. */
function makeFacts({ kind, level, topic }: Result): HTMLSpanElement {
	const facts = makeSpan('result-facts', '');
	if (level) {
		const mark = makeSpan('level', level.name);
		mark.dataset.level = level.value;
		facts.append(mark, ' ');
	}
	facts.append([recordKinds[kind], topic].filter(Boolean).join(' · '));
	return facts;
}

function makeText(className: string, text: string, marks: Set<string>): HTMLSpanElement {
	const span = makeSpan(className, '');
	for (const run of markText(text, marks)) {
		if (run.isMatch) {
			const mark = document.createElement('mark');
			mark.textContent = run.text;
			span.append(mark);
		} else span.append(run.text);
	}
	return span;
}

function makeSpan(className: string, text: string): HTMLSpanElement {
	const span = document.createElement('span');
	if (className) span.className = className;
	span.textContent = text;
	return span;
}
