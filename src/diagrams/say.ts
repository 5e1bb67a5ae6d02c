import type { BlockWord, Diagram, Edge, End, Graph, Sequence, Step } from './model.ts';

/** A line of a diagram in words, with the lines that belong below it. */
export interface Said {
	text: string;
	below: Said[];
}

/** Returns what a diagram shows as lines of text: everything that is drawn, nothing else. */
export function sayDiagram(diagram: Diagram): Said[] {
	return diagram.kind === 'graph' ? sayGraph(diagram) : sayStep(diagram.steps, diagram);
}

function sayGraph(graph: Graph): Said[] {
	const names = new Map(
		[...graph.nodes, ...graph.groups].map(({ id, label }) => [id, label] as const),
	);
	const joined = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
	const alone = graph.nodes.filter(({ id, fields }) => !joined.has(id) && fields.length === 0);
	return [
		...graph.edges.map((edge) => sayEdge(edge, graph, names)),
		...sayGroups(graph),
		...graph.nodes
			.filter(({ fields }) => fields.length > 0)
			.map(({ label, fields }) => ({
				text: `${label}:`,
				below: fields.map(({ name, type, keys }) => say([name, type, ...keys].join(' '))),
			})),
		...alone.map(({ label }) => say(label)),
	];
}

function say(text: string): Said {
	return { text, below: [] };
}

const counts: Partial<Record<End, string>> = {
	one: 'exactly one',
	'maybe-one': 'zero or one',
	many: 'one or more',
	'maybe-many': 'zero or more',
};

/** By which ends have arrows: the sign between two names. */
const signs: Record<string, string> = { 'bare arrow': '→', 'arrow arrow': '↔', 'bare bare': '–' };

function sayEdge(edge: Edge, graph: Graph, names: ReadonlyMap<string, string>): Said {
	const name = (id: string): string => nameNode(id, graph, names);
	const label = edge.label === '' ? '' : `: ${edge.label}`;
	const [few, many] = [counts[edge.fromEnd], counts[edge.toEnd]];
	if (few !== undefined && many !== undefined) {
		return say(`${few} ${name(edge.from)} – ${many} ${name(edge.to)}${label}`);
	}
	const sign = signs[`${edge.fromEnd} ${edge.toEnd}`] ?? '→';
	return say(`${name(edge.from)} ${sign} ${name(edge.to)}${label}`);
}

function nameNode(id: string, { nodes }: Graph, names: ReadonlyMap<string, string>): string {
	const node = nodes.find((each) => each.id === id);
	if (node?.shape !== 'start' && node?.shape !== 'end') return names.get(id) ?? id;
	const point = node.shape === 'start' ? 'Start' : 'End';
	return node.group === undefined ? point : `${point} of ${names.get(node.group) ?? node.group}`;
}

function sayGroups({ nodes, groups }: Graph): Said[] {
	return groups.map(({ id, label }) => {
		const inside = [
			...nodes.filter(({ group }) => group === id),
			...groups.filter(({ parent }) => parent === id),
		].flatMap((each) => (each.label === '' ? [] : [each.label]));
		return say(`In ${label}: ${inside.join(', ')}`);
	});
}

function sayStep(steps: Step[], sequence: Sequence): Said[] {
	const name = (id: string): string =>
		sequence.participants.find((each) => each.id === id)?.label ?? id;
	return steps.flatMap((step): Said[] => {
		switch (step.kind) {
			case 'message': {
				const lost = step.head === 'cross' ? ' (lost)' : '';
				return [say(`${name(step.from)} → ${name(step.to)}: ${step.label}${lost}`)];
			}
			case 'note':
				return [say(`Note, ${step.participants.map(name).join(' and ')}: ${step.label}`)];
			case 'block':
				return step.branches.map(({ label, steps: inner }, i) => {
					const [first, further] = branchNames[step.word];
					const branch = i === 0 ? first : further;
					const text = label === '' ? branch : `${branch}: ${label}`;
					return { text, below: sayStep(inner, sequence) };
				});
		}
	});
}

/** How the first branch of a block is said, and how those after it. */
const branchNames: Record<BlockWord, [string, string]> = {
	alt: ['If', 'Otherwise'],
	opt: ['Only if', ''],
	loop: ['Again and again', ''],
	par: ['At the same time', 'And'],
	critical: ['Without interruption', 'But if'],
	break: ['Ends here if', ''],
};
