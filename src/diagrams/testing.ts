import type { Element, Nodes } from 'hast';

/** Returns a source of a type with a title, a description and further lines, which begin at the fourth. */
export function withTexts(type: string, lines: string[], title = 'A title'): string {
	return [type, `accTitle: ${title}`, 'accDescr: A description.', ...lines].join('\n');
}

/** One source of each type, with everything in it that is drawn. */
export const sources: Record<string, string> = {
	flowchart: withTexts('flowchart TB', [
		'A([Request]) --> B{Known}',
		'B -->|yes| C[(Store)] & D[[Job]]',
		'subgraph zone [Zone 1]',
		'  E((Ring)) -.->|later| F{{Six}}',
		'  subgraph inner [Rack]',
		'    G(Round) ==> H[Box with a label of two lines]',
		'  end',
		'end',
		'B <-->|no| E',
		'H --- A',
		'H --> H',
		'zone --> D',
	]),
	states: withTexts('stateDiagram-v2', [
		'direction LR',
		'[*] --> Closed',
		'Closed --> Open : failures',
		'state "Half open" as Half {',
		'  [*] --> Probing',
		'  Probing --> [*]',
		'}',
		'Open --> Half',
		'Half --> Closed : probe passes',
		'Closed : All calls pass',
		'Closed --> [*]',
	]),
	entities: withTexts('erDiagram', [
		'TENANT ||--o{ ORDER : owns',
		'ORDER }|..o| INVOICE : "billed by"',
		'ORDER {',
		'  uuid id PK, FK',
		'  numeric(12,2) total',
		'}',
		'ALONE',
	]),
	sequence: withTexts('sequenceDiagram', [
		'participant C as Client',
		'participant S as Service',
		'participant D',
		'C->>S: POST /orders',
		'Note over C,S: Two of them',
		'alt in time',
		'  S-)D: event',
		'  loop every second',
		'    S->>S: look again',
		'  end',
		'else too late',
		'  D--xS: lost',
		'  Note left of C: waits',
		'  Note right of D: gone',
		'end',
		'S-->>C: 202 Accepted',
		'S->C: bare',
	]),
};

/** Returns all elements of a tree. */
export function listElements(node: Nodes): Element[] {
	const own = node.type === 'element' ? [node] : [];
	return 'children' in node ? [...own, ...node.children.flatMap(listElements)] : own;
}

/** Returns all text of a tree. */
export function getText(node: Nodes): string {
	if (node.type === 'text') return node.value;
	return 'children' in node ? node.children.map(getText).join('') : '';
}
