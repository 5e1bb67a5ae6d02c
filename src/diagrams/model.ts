/** What a diagram's source names, as read: what is drawn and what is said in words both start here. */
export type Diagram = Graph | Sequence;

/** Boxes and lines: flowcharts, states, entities. */
export interface Graph {
	kind: 'graph';
	direction: Direction;
	nodes: Node[];
	edges: Edge[];
	/** Outer groups before those inside them. */
	groups: Group[];
}

export const directions = ['TB', 'TD', 'BT', 'LR', 'RL'] as const;
export type Direction = (typeof directions)[number];

export interface Node {
	id: string;
	/** The line that names it first: boxes stand in that order where nothing else decides. */
	line: number;
	/** Shown; empty for the start and the end of a state machine. */
	label: string;
	shape: Shape;
	/** Id of the innermost group that it stands in. */
	group: string | undefined;
	/** Rows of an entity. */
	fields: Field[];
}

export type Shape =
	| 'box'
	| 'round'
	| 'stadium'
	| 'routine'
	| 'store'
	| 'circle'
	| 'decision'
	| 'hexagon'
	| 'start'
	| 'end'
	| 'entity';

/** A column of an entity. */
export interface Field {
	name: string;
	type: string;
	/** PK, FK, UK. */
	keys: string[];
}

export interface Edge {
	/** Ids of nodes or groups. */
	from: string;
	to: string;
	label: string;
	line: 'solid' | 'dotted' | 'thick';
	fromEnd: End;
	toEnd: End;
}

/** How a line ends at a box: bare, with an arrow, or with the number of entities there. */
export type End = 'bare' | 'arrow' | Cardinality;
export type Cardinality = 'one' | 'maybe-one' | 'many' | 'maybe-many';

export interface Group {
	id: string;
	line: number;
	label: string;
	/** Id of the group around it. */
	parent: string | undefined;
}

/** Messages between participants, from top to bottom. */
export interface Sequence {
	kind: 'sequence';
	participants: Participant[];
	steps: Step[];
}

export interface Participant {
	id: string;
	label: string;
}

export type Step = Message | Note | Block;

export interface Message {
	kind: 'message';
	from: string;
	to: string;
	label: string;
	line: 'solid' | 'dotted';
	/** A cross is a message that is lost. */
	head: 'arrow' | 'open' | 'cross' | 'bare';
}

export interface Note {
	kind: 'note';
	side: 'over' | 'left' | 'right';
	participants: string[];
	label: string;
}

export interface Block {
	kind: 'block';
	word: BlockWord;
	/** One, or for `alt` and `par` one for each case. */
	branches: Branch[];
}

export const blockWords = ['alt', 'opt', 'loop', 'par', 'critical', 'break'] as const;
export type BlockWord = (typeof blockWords)[number];

export interface Branch {
	label: string;
	steps: Step[];
}

/** What is wrong with a source, and in which of its lines, counted from 1. */
export interface Problem {
	line: number;
	message: string;
}
