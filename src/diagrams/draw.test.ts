import assert from 'node:assert/strict';
import test from 'node:test';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { drawDiagram } from './draw.ts';
import { layOutGraph } from './draw/layout.ts';
import type { Box } from './draw/svg.ts';
import type { Graph } from './model.ts';
import { readDiagram } from './read.ts';
import { getText, listElements, sources, withTexts } from './testing.ts';

for (const [type, source] of Object.entries(sources)) {
	test(`${type}: title and description stand first and name the drawing`, () => {
		const drawing = drawDiagram(source, 'd');
		const [title, description] = drawing.children as Element[]; // the first two are elements
		assert.deepEqual([title?.tagName, description?.tagName], ['title', 'desc']);
		assert.deepEqual(
			[title, description].map((each) => each && getText(each)),
			['A title', 'A description.'],
		);
		const html = toHtml(drawing);
		assert.match(html, /^<svg [^>]*role="img" aria-labelledby="d-title" aria-describedby="d-desc"/);
		assert.match(html, /<title id="d-title">A title<\/title><desc id="d-desc">/);
	});

	test(`${type}: neither styles nor colors nor scripts are in the drawing`, () => {
		const drawing = drawDiagram(source, 'd');
		for (const { tagName, properties } of listElements(drawing)) {
			assert.doesNotMatch(tagName, /^(style|script|foreignObject|image|use|a)$/);
			assert.ok(!Object.keys(properties).some((name) => /^(style|on.*|href)$/i.test(name)));
			for (const name of ['fill', 'stroke']) {
				assert.ok([undefined, 'none', 'currentColor'].includes(properties[name] as string));
			}
		}
		assert.doesNotMatch(toHtml(drawing), /#[0-9a-f]{3}|rgb|url\(|@import|NaN|Infinity|undefined/);
	});

	test(`${type}: everything that is named is drawn`, () => {
		const drawing = drawDiagram(source, 'd');
		const text = getText(drawing).replace(/\s/g, '');
		const { diagram } = readDiagram(source);
		const labels = JSON.stringify(diagram).matchAll(/"(?:label|name|type)":"([^"]+)"/g);
		for (const [, label = ''] of labels) {
			assert.ok(text.includes(label.replace(/\s/g, '')), label);
		}
	});

	test(`${type}: nothing lies outside of the view box, and no text is small`, () => {
		const drawing = drawDiagram(source, 'd');
		const { viewBox, width, height } = drawing.properties;
		const [x = 0, y = 0, ...size] = String(viewBox).split(' ').map(Number);
		assert.deepEqual(size, [width, height]);
		for (const { tagName, properties } of listElements(drawing)) {
			if (tagName !== 'rect') continue;
			const box = properties as unknown as Box; // rectangles have these four as numbers
			assert.ok(box.x >= x && box.x + box.width <= x + Number(width));
			assert.ok(box.y >= y && box.y + box.height <= y + Number(height));
		}
		const texts = listElements(drawing).filter(({ tagName }) => tagName === 'text');
		assert.ok(texts.every(({ properties }) => Number(properties.fontSize) >= 11));
	});
}

test('ids differ between two drawings, and a drawing has no others', () => {
	const ids = ['one', 'two'].flatMap((id) =>
		listElements(drawDiagram(sources.flowchart ?? '', id)).flatMap(
			({ properties }) => properties.id ?? [],
		),
	);
	assert.deepEqual(ids, ['one-title', 'one-desc', 'two-title', 'two-desc']);
});

test('a drawing does not depend on what was drawn before', () => {
	const draw = (names: string[]): string[] =>
		names.map((name) => toHtml(drawDiagram(sources[name] ?? '', 'd')));
	const names = Object.keys(sources);
	assert.deepEqual(draw(names), draw([...names].reverse()).reverse());
});

test('a source with a problem is not drawn', () => {
	assert.throws(() => drawDiagram('pie', 'd'), /“pie”/);
});

function layOut(type: string, lines: string[]): ReturnType<typeof layOutGraph> {
	return layOutGraph(readDiagram(withTexts(type, lines)).diagram as Graph); // no sequence here
}

function overlap(a: Box, b: Box): boolean {
	const across = a.x < b.x + b.width && b.x < a.x + a.width;
	return across && a.y < b.y + b.height && b.y < a.y + a.height;
}

test('neither boxes nor labels overlap', () => {
	const { nodes, edges } = layOut('flowchart TB', [
		...['B', 'C', 'D'].map((id) => `A[Gateway] -->|a label of some length| ${id}[Service ${id}]`),
		...['B', 'C', 'D'].map((id) => `${id} -->|another label for it| E[(One store)]`),
		'A -->|past all of them| E',
		'E -->|back to the top| A',
	]);
	const boxes = [...nodes, ...edges.flatMap(({ label }) => label ?? [])].map(({ box }) => box);
	assert.equal(boxes.length, 5 + 8);
	for (const [i, box] of boxes.entries()) {
		for (const other of boxes.slice(i + 1)) assert.ok(!overlap(box, other));
	}
});

test('a line that skips a row runs past the boxes of that row', () => {
	const { nodes, edges } = layOut('flowchart TB', ['A[One] --> B[Two] --> C[Three]', 'A --> C']);
	const middle = nodes.find(({ node }) => node.id === 'B')?.box;
	const points = edges.at(-1)?.points ?? [];
	assert.ok(middle && points.length >= 2);
	for (const [i, to] of points.slice(1).entries()) {
		const from = points[i] ?? to;
		const part = {
			x: Math.min(from.x, to.x),
			y: Math.min(from.y, to.y),
			width: Math.abs(to.x - from.x) || 0.1,
			height: Math.abs(to.y - from.y) || 0.1,
		};
		assert.ok(!overlap(middle, part));
	}
});

test('what a circle of lines begins with stands at the top', () => {
	const { nodes } = layOut('stateDiagram-v2', [
		'[*] --> Closed',
		'Closed --> Open',
		'Open --> HalfOpen',
		'HalfOpen --> Closed',
		'HalfOpen --> Open',
	]);
	const order = [...nodes].sort((a, b) => a.box.y - b.box.y).map(({ node }) => node.label);
	assert.deepEqual(order, ['', 'Closed', 'Open', 'HalfOpen']);
});
