import type { Element } from 'hast';
import type { Code } from 'mdast';
import { makeDiagramFigure } from '../diagrams/figure.ts';
import { readDiagram } from '../diagrams/read.ts';
import { makeSlug } from '../ingest/read/slug.ts';
import { makeElement } from '../ingest/render/element.ts';
import { highlight } from './highlight.ts';
import { readInfo } from './info.ts';

/**
 * Returns what shows the code blocks of a page: Mermaid as diagrams, all others highlighted. A diagram
 * that cannot be drawn is shown as its source; that it cannot is the check's to report.
 */
export function makeCodeShower(): (node: Code) => Element {
	const ids = new Map<string, number>();
	return (node) => {
		if (node.lang !== 'mermaid') return showBlock(node);
		const { title, problems } = readDiagram(node.value);
		if (problems.length > 0) return showBlock(node);
		const id = `pl-diagram-${makeSlug(title)}`;
		const count = (ids.get(id) ?? 0) + 1;
		ids.set(id, count);
		return makeDiagramFigure(node.value, count === 1 ? id : `${id}-${count}`);
	};
}

/** Long lines scroll, which takes the keyboard; a line below says what the tests do not run, and why. */
function showBlock(node: Code): Element {
	const { language, title, unchecked } = readInfo(node);
	const { name, parts } = highlight(node.value, language);
	const block = makeElement('pre', [makeElement('code', parts)], {
		className: ['code'],
		...(language !== '' && { dataLanguage: language }),
		role: 'group',
		ariaLabel: title ?? (name === undefined ? 'Code' : `${name} code`),
		tabIndex: 0,
	});
	if (title === undefined && unchecked === undefined) return block;
	return makeElement(
		'figure',
		[
			...(title === undefined ? [] : [makeElement('figcaption', [{ type: 'text', value: title }])]),
			block,
			...(unchecked === undefined ? [] : [makeNote(unchecked)]),
		],
		{ className: ['code-figure'] },
	);
}

function makeNote(reason: string): Element {
	const text = `Not run: ${reason.replace(/\.$/, '')}.`;
	return makeElement('p', [{ type: 'text', value: text }], { className: ['code-note'] });
}
