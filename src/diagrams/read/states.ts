import type { Direction, Graph } from '../model.ts';
import {
	closeGroup,
	findNode,
	finishGraph,
	type GraphReading,
	openGroup,
	startGraph,
} from './groups.ts';
import {
	type DiagramReading,
	type Line,
	name,
	readStatements,
	type Statement,
	text,
} from './statements.ts';

const point = String.raw`\[\*\]|${name}`;

const statements: Statement<GraphReading>[] = [
	{
		form: /^direction\s+(TB|TD|BT|LR|RL)$/,
		take: ({ graph, open }, [direction]) => {
			if (open.length > 0) return 'Unexpected direction, expected none inside a state.';
			graph.direction = direction as Direction; // the form lets nothing else through
			return undefined;
		},
	},
	{
		form: new RegExp(`^state\\s+"(${text})"\\s+as\\s+(${name})\\s*\\{$`, 'u'),
		take: (reading, [label = '', id = ''], line) => openGroup(reading, id, label, line),
	},
	{
		form: new RegExp(`^state\\s+(${name})\\s*\\{$`, 'u'),
		take: (reading, [id = ''], line) => openGroup(reading, id, id, line),
	},
	{ form: /^\}$/, take: closeGroup },
	{
		form: new RegExp(`^state\\s+"(${text})"\\s+as\\s+(${name})$`, 'u'),
		take: (reading, [label = '', id = ''], line) => describe(reading, id, label, line),
	},
	{
		form: new RegExp(`^(${point})\\s*-->\\s*(${point})(?:\\s*:\\s*(${text}))?$`, 'u'),
		take: (reading, [from = '', to = '', label = ''], line) => {
			reading.graph.edges.push({
				from: findState(reading, from, 'start', line),
				to: findState(reading, to, 'end', line),
				label: label.trim(),
				line: 'solid',
				fromEnd: 'bare',
				toEnd: 'arrow',
			});
			return undefined;
		},
	},
	{
		form: new RegExp(`^(${name})\\s*:\\s*(${text})$`, 'u'),
		take: (reading, [id = '', label = ''], line) => describe(reading, id, label, line),
	},
];

const expected =
	'“A --> B : label”, “A : Label”, “state "Label" as A”, “state A {”, “}” or a direction';

/** Reads the lines of a state diagram below its first. */
export function readStates(lines: Line[]): DiagramReading<Graph> {
	const reading = startGraph('TB');
	const problems = readStatements(lines, statements, reading, expected);
	const further = finishGraph(reading);
	return { diagram: reading.graph, problems: problems.length > 0 ? problems : further };
}

/** Returns the id of a state. `[*]` is the start or the end of what it stands in. */
function findState(
	reading: GraphReading,
	written: string,
	point: 'start' | 'end',
	line: Line,
): string {
	if (written !== '[*]') return findNode(reading, written, 'round', line).id;
	const node = findNode(reading, `${reading.open.at(-1)?.id ?? ''} ${point}`, point, line);
	node.label = '';
	return node.id;
}

function describe(
	reading: GraphReading,
	id: string,
	label: string,
	line: Line,
): string | undefined {
	const node = findNode(reading, id, 'round', line);
	if (node.label !== id && node.label !== label.trim()) {
		return `“${id}” has two labels, “${node.label}” and “${label.trim()}”.`;
	}
	node.label = label.trim();
	return undefined;
}
