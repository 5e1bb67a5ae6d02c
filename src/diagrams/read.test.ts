import assert from 'node:assert/strict';
import test from 'node:test';
import { explainDiagram, readDiagram } from './read.ts';
import { withTexts } from './testing.ts';

test('title and description are taken out of the source', () => {
	const { title, description, diagram, problems } = readDiagram(
		'flowchart LR\n  accTitle: A breaker\n  accDescr: The service asks: the breaker answers.\n  A[Service] --> B{Breaker}\n',
	);
	assert.deepEqual(problems, []);
	assert.equal(title, 'A breaker');
	assert.equal(description, 'The service asks: the breaker answers.');
	assert.ok(diagram?.kind === 'graph');
	assert.deepEqual(
		diagram.nodes.map(({ label, shape }) => [label, shape]),
		[
			['Service', 'box'],
			['Breaker', 'decision'],
		],
	);
});

test('nodes, arrows and groups of a flowchart are read', () => {
	const { diagram, problems } = readDiagram(
		withTexts('flowchart TB', [
			'%% a comment',
			'subgraph one [Zone 1]',
			'  B[(Store)] -.->|copies| C((Ring))',
			'end',
			'A([Start]) --> B & C <==> D{{Six}}',
			'D -- by hand --> E[["Quoted (all)"]]',
			'one --- F(Round)',
		]),
	);
	assert.deepEqual(problems, []);
	assert.ok(diagram?.kind === 'graph');
	assert.deepEqual(
		diagram.edges.map(({ from, to, label, line, fromEnd, toEnd }) =>
			[from, fromEnd, line, toEnd, to, label].join(' ').trim(),
		),
		[
			'B bare dotted arrow C copies',
			'A bare solid arrow B',
			'A bare solid arrow C',
			'B arrow thick arrow D',
			'C arrow thick arrow D',
			'D bare solid arrow E by hand',
			'one bare solid bare F',
		],
	);
});

/** Sources that would be drawn wrongly or not at all, each with its line and what is said about it. */
const wrong: Record<string, { type: string; lines: string[]; line: number; says: RegExp }> = {
	'an unknown type': { type: 'pie', lines: ['A'], line: 1, says: /“pie”, expected “flowchart LR”/ },
	'a type without its direction': {
		type: 'flowchart',
		lines: ['A[One]'],
		line: 1,
		says: /“flowchart”/,
	},
	'a misspelt arrow': {
		type: 'flowchart LR',
		lines: ['A[One] --> B[Two]', 'A -> B'],
		line: 5,
		says: /“-> B”, expected an arrow/,
	},
	'an arrow that is too long': {
		type: 'flowchart LR',
		lines: ['A[One] ---> B[Two]'],
		line: 4,
		says: /“---> B/,
	},
	'an arrow with a cross': {
		type: 'flowchart LR',
		lines: ['A[One] --x B[Two]'],
		line: 4,
		says: /“--x B/,
	},
	'a bracket that is not closed': {
		type: 'flowchart LR',
		lines: ['A[One --> B'],
		line: 4,
		says: /expected a node/,
	},
	'parentheses in a label': {
		type: 'flowchart LR',
		lines: ['A[One (1)] --> B[Two]'],
		line: 4,
		says: /expected a node/,
	},
	'HTML in a label': {
		type: 'flowchart LR',
		lines: ['A[One<br>1]'],
		line: 4,
		says: /expected a node/,
	},
	'a style': {
		type: 'flowchart LR',
		lines: ['A[One]', 'style A fill:#f00'],
		line: 5,
		says: /“A fill:#f00”|“style/,
	},
	'a directive': {
		type: 'flowchart LR',
		lines: ["%%{init: {'theme': 'dark'}}%%", 'A[One]'],
		line: 4,
		says: /“%%\{init/,
	},
	'a subgraph that is not closed': {
		type: 'flowchart LR',
		lines: ['subgraph one [Zone]', 'A[One] --> B[Two]'],
		line: 4,
		says: /“one” is opened and not closed/,
	},
	'an end too many': {
		type: 'flowchart LR',
		lines: ['A[One]', 'end'],
		line: 5,
		says: /nothing is open/,
	},
	'an empty subgraph': {
		type: 'flowchart LR',
		lines: ['A[One]', 'subgraph one [Zone]', 'end'],
		line: 5,
		says: /“one” holds nothing/,
	},
	'a node that stands outside of a subgraph and inside': {
		type: 'flowchart LR',
		lines: ['A[One] --> B[Two]', 'subgraph one [Zone]', 'B --> C[Three]', 'end'],
		line: 6,
		says: /“B” is named outside of “Zone”/,
	},
	'a node with two labels': {
		type: 'flowchart LR',
		lines: ['A[One] --> B[Two]', 'B[Three]'],
		line: 5,
		says: /two labels, “Two” and “Three”/,
	},
	'a letter without a label': {
		type: 'flowchart LR',
		lines: ['A[One] --> B'],
		line: 4,
		says: /“B” has no label/,
	},
	'a line from a subgraph into itself': {
		type: 'flowchart LR',
		lines: ['subgraph one [Zone]', 'A[One]', 'end', 'one --> A'],
		line: 4,
		says: /one stands in the other/,
	},
	'nothing but a type': { type: 'flowchart LR', lines: [], line: 1, says: /shows nothing/ },
	'an undeclared participant': {
		type: 'sequenceDiagram',
		lines: ['participant Client', 'participant Server', 'Cleint->>Server: hello'],
		line: 6,
		says: /“Cleint” is no participant.*did you mean “Client”/,
	},
	'a note over nobody': {
		type: 'sequenceDiagram',
		lines: ['participant A', 'Note over B: text'],
		line: 5,
		says: /“B” is no participant/,
	},
	'a message without text': {
		type: 'sequenceDiagram',
		lines: ['participant A', 'participant B', 'A->>B'],
		line: 6,
		says: /“A->>B”/,
	},
	'an arrow of flowcharts between participants': {
		type: 'sequenceDiagram',
		lines: ['participant A', 'participant B', 'A ==> B: text'],
		line: 6,
		says: /“A ==> B/,
	},
	'an activation': {
		type: 'sequenceDiagram',
		lines: ['participant A', 'activate A'],
		line: 5,
		says: /“activate A”/,
	},
	'an alt that is not closed': {
		type: 'sequenceDiagram',
		lines: ['participant A', 'alt one', 'A->>A: text'],
		line: 5,
		says: /“alt” is opened and not closed/,
	},
	'an else outside of alt': {
		type: 'sequenceDiagram',
		lines: ['participant A', 'loop always', 'A->>A: text', 'else other', 'A->>A: text', 'end'],
		line: 7,
		says: /expected an open “alt”/,
	},
	'an empty branch': {
		type: 'sequenceDiagram',
		lines: ['participant A', 'opt one', 'end'],
		line: 6,
		says: /empty/,
	},
	'a note at a state': {
		type: 'stateDiagram-v2',
		lines: ['A --> B', 'note right of A : text'],
		line: 5,
		says: /“note right of A/,
	},
	'a state that is not closed': {
		type: 'stateDiagram-v2',
		lines: ['state A {', 'B --> C'],
		line: 4,
		says: /“A” is opened/,
	},
	'a relation without a label': {
		type: 'erDiagram',
		lines: ['A ||--o{ B'],
		line: 4,
		says: /“A \|\|--o\{ B”/,
	},
	'a cardinality that does not exist': {
		type: 'erDiagram',
		lines: ['A |--o{ B : has'],
		line: 4,
		says: /“A \|--o/,
	},
	'a comment on a column': {
		type: 'erDiagram',
		lines: ['A {', 'int id PK "the id"', '}'],
		line: 5,
		says: /“int id PK "the id"”/,
	},
	'an entity that is not closed': {
		type: 'erDiagram',
		lines: ['A {', 'int id PK'],
		line: 4,
		says: /“A” is opened/,
	},
};

for (const [name, { type, lines, line, says }] of Object.entries(wrong)) {
	test(`${name} is reported with its line`, () => {
		const problem = explainDiagram(withTexts(type, lines));
		assert.match(problem?.message ?? '', says);
		assert.equal(problem?.line, line);
	});
}

test('a missing or doubled title or description is reported', () => {
	const explain = (lines: string[]) =>
		readDiagram(['flowchart LR', ...lines, 'A[One]'].join('\n')).problems.map(
			({ message }) => message,
		);
	assert.deepEqual(explain(['accTitle: x']), [
		'accDescr is missing, expected a line “accDescr: text”.',
	]);
	assert.deepEqual(explain(['accTitle:', 'accDescr: y']), [
		'accTitle is missing, expected a line “accTitle: text”.',
	]);
	assert.deepEqual(explain(['accTitle: x', 'accTitle: z', 'accDescr: y']), [
		'accTitle is given 2 times.',
	]);
});

test('an empty source is reported, not thrown', () => {
	assert.equal(explainDiagram('')?.line, 1);
});
