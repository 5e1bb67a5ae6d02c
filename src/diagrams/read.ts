import { type Diagram, type Direction, directions, type Problem } from './model.ts';
import { readEntities } from './read/entities.ts';
import { readFlowchart } from './read/flowchart.ts';
import { readSequence } from './read/sequence.ts';
import { readStates } from './read/states.ts';
import type { DiagramReading, Line } from './read/statements.ts';

/** A source as read. */
export interface ReadDiagram {
	/** What `accTitle` says. */
	title: string;
	/** What `accDescr` says. */
	description: string;
	/** Undefined where the first line names no type that is drawn. */
	diagram: Diagram | undefined;
	/** In the order of the lines; a source with any is not drawn. */
	problems: Problem[];
}

type Reader = (lines: Line[], parts: string[]) => DiagramReading<Diagram>;

const types: { form: RegExp; read: Reader }[] = [
	{
		form: new RegExp(`^flowchart\\s+(${directions.join('|')})$`),
		// the form lets nothing but a direction through
		read: (lines, [direction]) => readFlowchart(direction as Direction, lines),
	},
	{ form: /^sequenceDiagram$/, read: readSequence },
	{ form: /^stateDiagram-v2$/, read: readStates },
	{ form: /^erDiagram$/, read: readEntities },
];

const expectedType = '“flowchart LR” or TB, “sequenceDiagram”, “stateDiagram-v2” or “erDiagram”';

/** Returns what a Mermaid source names, and everything in it that would not be drawn as written. */
export function readDiagram(source: string): ReadDiagram {
	const lines = splitLines(source);
	const [first = { number: 1, text: '' }, ...others] = lines;
	const texts = [readText('accTitle', others), readText('accDescr', others)] as const;
	const isText = (line: Line): boolean => texts.some(({ taken }) => taken.includes(line));
	const body = others.filter((line) => !isText(line));
	const reading = readType(first, body);
	const missing = texts.flatMap(({ problems }) =>
		problems.map((message) => ({ line: first.number, message })),
	);
	return {
		title: texts[0].value,
		description: texts[1].value,
		diagram: reading.diagram,
		problems: [...missing, ...reading.problems].sort((a, b) => a.line - b.line),
	};
}

/** Returns the first thing that is wrong with a source, or undefined for one that can be drawn. */
export function explainDiagram(source: string): Problem | undefined {
	return readDiagram(source).problems[0];
}

/** Comments are left out; a directive looks like one, would be ignored, and therefore stays. */
function splitLines(source: string): Line[] {
	return source
		.split('\n')
		.map((line, i) => ({ number: i + 1, text: line.trim() }))
		.filter(({ text }) => text !== '' && !/^%%(?!\{)/.test(text));
}

function readText(
	key: string,
	lines: Line[],
): { value: string; taken: Line[]; problems: string[] } {
	const form = new RegExp(`^${key}\\s*:\\s*(.*)$`);
	const taken = lines.filter(({ text }) => form.test(text));
	const value = form.exec(taken[0]?.text ?? '')?.[1] ?? '';
	const problems = [
		...(value === '' ? [`${key} is missing, expected a line “${key}: text”.`] : []),
		...(taken.length > 1 ? [`${key} is given ${taken.length} times.`] : []),
	];
	return { value, taken, problems };
}

function readType(
	first: Line,
	body: Line[],
): { diagram: Diagram | undefined; problems: Problem[] } {
	for (const { form, read } of types) {
		const match = form.exec(first.text);
		if (!match) continue;
		const reading = read(body, match.slice(1));
		const isRead = reading.problems.length === 0;
		return isRead ? { ...reading, problems: findEmpty(reading.diagram, first) } : reading;
	}
	const message = `Unexpected “${first.text}”, expected ${expectedType}.`;
	return { diagram: undefined, problems: [{ line: first.number, message }] };
}

function findEmpty(diagram: Diagram, { number }: Line): Problem[] {
	const things = diagram.kind === 'graph' ? diagram.nodes : diagram.participants;
	return things.length > 0 ? [] : [{ line: number, message: 'The diagram shows nothing.' }];
}
