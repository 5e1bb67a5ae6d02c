import { suggest } from '../../ingest/suggest.ts';
import {
	type Block,
	type BlockWord,
	blockWords,
	type Message,
	type Note,
	type Sequence,
	type Step,
} from '../model.ts';
import {
	type DiagramReading,
	type Line,
	name,
	readStatements,
	type Statement,
	text,
} from './statements.ts';

interface SequenceReading {
	sequence: Sequence;
	/** Blocks that are not closed yet, the innermost last. */
	open: { block: Block; line: number }[];
}

const heads: Record<string, Message['head']> = {
	'>>': 'arrow',
	'>': 'bare',
	')': 'open',
	x: 'cross',
};

const sides: Record<string, Note['side']> = {
	over: 'over',
	'left of': 'left',
	'right of': 'right',
};

/** By the word that begins a further branch: the block that may have one. */
const branchWords: Record<string, BlockWord> = { else: 'alt', and: 'par', option: 'critical' };

const statements: Statement<SequenceReading>[] = [
	{
		form: new RegExp(`^participant\\s+(${name})(?:\\s+as\\s+(${text}))?$`, 'u'),
		take: ({ sequence }, [id = '', label = '']) => {
			if (sequence.participants.some((each) => each.id === id)) return `“${id}” is declared twice.`;
			sequence.participants.push({ id, label: label.trim() || id });
			return undefined;
		},
	},
	{
		form: new RegExp(
			`^Note\\s+(over|left of|right of)\\s+(${name})(?:\\s*,\\s*(${name}))?\\s*:\\s*(${text})$`,
			'u',
		),
		take: (reading, [side = '', first = '', second = '', label = '']) => {
			const participants = second === '' ? [first] : [first, second];
			if (second !== '' && side !== 'over') return `“${side}” takes one participant.`;
			const note: Note = {
				kind: 'note',
				side: sides[side] ?? 'over',
				participants,
				label: label.trim(),
			};
			return addStep(reading, note, participants);
		},
	},
	{
		form: new RegExp(`^(${blockWords.join('|')})(?:\\s+(${text}))?$`, 'u'),
		take: (reading, [word = '', label = ''], line) => {
			const branches = [{ label: label.trim(), steps: [] }];
			const block: Block = { kind: 'block', word: word as BlockWord, branches }; // one of the form's words
			addStep(reading, block, []);
			reading.open.push({ block, line: line.number });
			return undefined;
		},
	},
	{
		form: new RegExp(`^(else|and|option)(?:\\s+(${text}))?$`, 'u'),
		take: ({ open }, [word = '', label = '']) => {
			const block = open.at(-1)?.block;
			const needed = branchWords[word] ?? '';
			if (block?.word !== needed) return `Unexpected “${word}”, expected an open “${needed}” here.`;
			block.branches.push({ label: label.trim(), steps: [] });
			return undefined;
		},
	},
	{
		form: /^end$/,
		take: ({ open }) => {
			const block = open.pop()?.block;
			if (!block) return 'Unexpected “end”, nothing is open here.';
			const isEmpty = block.branches.some(({ steps }) => steps.length === 0);
			return isEmpty ? `A part of “${block.word}” is empty.` : undefined;
		},
	},
	{
		form: new RegExp(`^(${name})\\s*(--?)(>>|>|\\)|x)\\s*(${name})\\s*:\\s*(${text})$`, 'u'),
		take: (reading, [from = '', stroke, head = '', to = '', label = '']) => {
			const message: Message = {
				kind: 'message',
				from,
				to,
				label: label.trim(),
				line: stroke === '--' ? 'dotted' : 'solid',
				head: heads[head] ?? 'arrow',
			};
			return addStep(reading, message, [from, to]);
		},
	},
];

const expected =
	'“participant A as Name”, “A->>B: text”, “Note over A,B: text”, alt, else, opt, loop or end';

/** Reads the lines of a sequence diagram below its first. */
export function readSequence(lines: Line[]): DiagramReading<Sequence> {
	const reading: SequenceReading = {
		sequence: { kind: 'sequence', participants: [], steps: [] },
		open: [],
	};
	const problems = readStatements(lines, statements, reading, expected);
	const open = reading.open.map(({ block, line }) => ({
		line,
		message: `“${block.word}” is opened and not closed.`,
	}));
	return { diagram: reading.sequence, problems: [...problems, ...open] };
}

function addStep(
	{ sequence, open }: SequenceReading,
	step: Step,
	ids: string[],
): string | undefined {
	const known = sequence.participants.map(({ id }) => id);
	const unknown = ids.find((id) => !known.includes(id));
	if (unknown !== undefined) {
		return `“${unknown}” is no participant, expected a line “participant ${unknown}” before${suggest(unknown, known)}.`;
	}
	(open.at(-1)?.block.branches.at(-1)?.steps ?? sequence.steps).push(step);
	return undefined;
}
