import type { Element, ElementContent } from 'hast';
import { makeElement } from '../ingest/render/element.ts';
import { drawDiagram } from './draw.ts';
import { readDiagram } from './read.ts';
import { type Said, sayDiagram } from './say.ts';

/**
 * Returns a source as a figure: the drawing, its title, and the same in words for whoever does not see
 * it. Throws where `explainDiagram` has something to say.
 */
export function makeDiagramFigure(source: string, id: string): Element {
	const { title, description, diagram } = readDiagram(source);
	const drawing = drawDiagram(source, id);
	const text = [
		makeElement('summary', [{ type: 'text', value: 'Diagram as text' }]),
		makeElement('p', [{ type: 'text', value: description }]),
		...(diagram ? [makeList(sayDiagram(diagram), diagram.kind === 'graph' ? 'ul' : 'ol')] : []),
	];
	return makeElement(
		'figure',
		[
			makeElement('div', [drawing], {
				className: ['diagram-scroll'],
				role: 'region',
				ariaLabel: `Diagram: ${title}`,
				tabIndex: 0,
			}),
			makeElement('figcaption', [{ type: 'text', value: title }]),
			makeElement('details', text),
		],
		{ className: ['diagram'], id },
	);
}

function makeList(lines: Said[], tagName: 'ul' | 'ol'): Element {
	const items = lines.map(({ text, below }) => {
		const children: ElementContent[] = [{ type: 'text', value: text }];
		if (below.length > 0) children.push(makeList(below, tagName));
		return makeElement('li', children);
	});
	return makeElement(tagName, items);
}
