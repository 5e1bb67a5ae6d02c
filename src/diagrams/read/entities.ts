import type { Cardinality, Direction, Graph, Node } from '../model.ts';
import { findNode, type GraphReading, startGraph } from './groups.ts';
import {
	type DiagramReading,
	type Line,
	name,
	readStatements,
	type Statement,
	text,
} from './statements.ts';

interface EntityReading extends GraphReading {
	/** The entity whose columns are being read. */
	entity: { node: Node; line: number } | undefined;
}

/** How many entities stand at an end, as written at the left and at the right of a line. */
const cardinalities: Record<string, Cardinality> = {
	'||': 'one',
	'|o': 'maybe-one',
	'o|': 'maybe-one',
	'}|': 'many',
	'|{': 'many',
	'}o': 'maybe-many',
	'o{': 'maybe-many',
};

const statements: Statement<EntityReading>[] = [
	{
		form: /^direction\s+(TB|TD|BT|LR|RL)$/,
		take: ({ graph }, [direction]) => {
			graph.direction = direction as Direction; // the form lets nothing else through
			return undefined;
		},
	},
	{
		form: new RegExp(`^(${name})\\s*\\{$`, 'u'),
		take: (reading, [id = ''], line) => {
			if (reading.entity) return `“${reading.entity.node.id}” is not closed before.`;
			reading.entity = { node: findNode(reading, id, 'entity', line), line: line.number };
			return undefined;
		},
	},
	{
		form: /^\}$/,
		take: (reading) => {
			if (!reading.entity) return 'Unexpected “}”, nothing is open here.';
			reading.entity = undefined;
			return undefined;
		},
	},
	{
		form: new RegExp(
			`^(${name})\\s+(\\|\\||\\|o|\\}\\||\\}o)(--|\\.\\.)(\\|\\||o\\||\\|\\{|o\\{)\\s+(${name})\\s*:\\s*"?(${text})"?$`,
			'u',
		),
		take: (reading, parts, line) => addRelation(reading, parts, line),
	},
	{
		form: /^([\p{L}_][\p{L}\p{N}_()[\],-]*)\s+([\p{L}_][\p{L}\p{N}_-]*)((?:[\s,]+(?:PK|FK|UK))*)$/u,
		take: ({ entity }, [type = '', field = '', keys = '']) => {
			if (!entity) return `“${type} ${field}” stands outside of an entity.`;
			entity.node.fields.push({ type, name: field, keys: keys.match(/[PFU]K/g) ?? [] });
			return undefined;
		},
	},
	{
		form: new RegExp(`^(${name})$`, 'u'),
		take: (reading, [id = ''], line) => {
			if (reading.entity) return `Unexpected “${id}”, expected a type and a name.`;
			findNode(reading, id, 'entity', line);
			return undefined;
		},
	},
];

const expected = '“A ||--o{ B : label”, “A {”, “type name PK” inside an entity, “}” or a direction';

/** Reads the lines of an entity diagram below its first. */
export function readEntities(lines: Line[]): DiagramReading<Graph> {
	const reading: EntityReading = { ...startGraph('TB'), entity: undefined };
	const problems = readStatements(lines, statements, reading, expected);
	const open = reading.entity;
	if (open) {
		problems.push({ line: open.line, message: `“${open.node.id}” is opened and not closed.` });
	}
	return { diagram: reading.graph, problems };
}

function addRelation(reading: EntityReading, parts: string[], line: Line): string | undefined {
	const [from = '', fromEnd = '', stroke, toEnd = '', to = '', label = ''] = parts;
	if (reading.entity) return `“${reading.entity.node.id}” is not closed before.`;
	reading.graph.edges.push({
		from: findNode(reading, from, 'entity', line).id,
		to: findNode(reading, to, 'entity', line).id,
		label: label.trim(),
		line: stroke === '..' ? 'dotted' : 'solid',
		fromEnd: cardinalities[fromEnd] ?? 'bare',
		toEnd: cardinalities[toEnd] ?? 'bare',
	});
	return undefined;
}
