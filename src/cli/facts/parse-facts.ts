/** A fact that a seed document states, as the table of facts has it. */
export interface Fact {
	id: string;
	/** File name of the seed. */
	seed: string;
	/** Line in the seed. */
	line: number;
	/** Headings above it in the seed: "Core Principles > Security". */
	section: string;
	/** What sort of fact it is: "practice", "template" … */
	kind: string;
	/** The fact in a sentence of the table's own. */
	text: string;
	/** All of them are found where the fact is stated. */
	terms: RegExp[];
}

/**
 * Reads the table of facts: tab-separated, with the columns id, seed, line, section, kind, fact and terms.
 * A column that is not there leaves its field empty.
 */
export function parseFacts(text: string): Fact[] {
	const [head = '', ...lines] = text.trimEnd().split('\n');
	const columns = head.split('\t');
	return lines.map((line) => {
		const values = line.split('\t');
		const get = (name: string): string => values[columns.indexOf(name)] ?? '';
		return {
			id: get('id'),
			seed: get('seed'),
			line: Number(get('line')),
			section: get('section'),
			kind: get('kind'),
			text: get('fact'),
			terms: get('terms')
				.split(' | ')
				.map((term) => new RegExp(term, 'is')),
		};
	});
}
