import type { Element } from 'hast';
import { makeElement } from '../ingest/render/element.ts';
import { drawGraph } from './draw/graph.ts';
import { drawSequence } from './draw/sequence.ts';
import { type Box, type Drawn, growBox } from './draw/svg.ts';
import type { Diagram } from './model.ts';
import { readDiagram } from './read.ts';

/**
 * Returns a Mermaid source as an `svg` element. `id` begins its ids, so that several may stand on a page.
 * Throws where `explainDiagram` has something to say about the source.
 */
export function drawDiagram(source: string, id: string): Element {
	const { title, description, diagram, problems } = readDiagram(source);
	if (!diagram || problems.length > 0) {
		throw new Error(problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
	}
	const { shapes, texts, box } = draw(diagram);
	const { x, y, width, height } = roundUp(growBox(box, 2));
	return makeElement(
		'svg',
		[
			makeElement('title', [{ type: 'text', value: title }], { id: `${id}-title` }),
			makeElement('desc', [{ type: 'text', value: description }], { id: `${id}-desc` }),
			// What is drawn where no style sheet is: lines and letters in the color of the text around.
			makeElement('g', shapes, { fill: 'none', stroke: 'currentColor' }),
			makeElement('g', texts, { fill: 'currentColor', textAnchor: 'middle' }),
		],
		{
			className: ['diagram-drawing'],
			viewBox: `${x} ${y} ${width} ${height}`,
			...fit({ width, height }),
			role: 'img',
			ariaLabelledBy: [`${id}-title`],
			ariaDescribedBy: [`${id}-desc`],
		},
	);
}

/** Width of the text column inside a figure, in pixels. */
const columnWidth = 708;
/** The smallest letters are drawn with 12 pixels and stay readable down to 11. */
const leastScale = 11 / 12;

/** Makes a drawing that is hardly too wide a little smaller; a wider one scrolls. */
function fit({ width, height }: Pick<Box, 'width' | 'height'>): Pick<Box, 'width' | 'height'> {
	const scale = Math.min(1, columnWidth / width);
	if (scale < leastScale) return { width, height };
	return { width: Math.floor(width * scale), height: Math.ceil(height * scale) };
}

function draw(diagram: Diagram): Drawn & { box: Box } {
	return diagram.kind === 'graph' ? drawGraph(diagram) : drawSequence(diagram);
}

function roundUp({ x, y, width, height }: Box): Box {
	const [left, top] = [Math.floor(x), Math.floor(y)];
	return {
		x: left,
		y: top,
		width: Math.ceil(x + width) - left,
		height: Math.ceil(y + height) - top,
	};
}
