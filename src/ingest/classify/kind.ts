import type { Draft } from '../extract/draft.ts';
import type { Kind } from '../model.ts';

export interface KindDecision {
	kind: Kind;
	how: string;
}

type Decider = (draft: Draft, parent: KindDecision | undefined) => KindDecision | undefined;

/** Ways of deciding, strongest first; the last one decides always. */
const deciders: Decider[] = [
	(draft) => decide(draft.override.kind, 'override'),
	(draft) =>
		decide(
			draft.headings.findLast(({ override }) => override.kind)?.override.kind,
			'override of a heading',
		),
	(draft, parent) => (draft.parent?.override.kind ? parent : undefined),
	(draft) => decide(draft.technologies && 'technology', 'a list of names'),
	(draft) => decide(draft.construct === 'code' ? 'example' : undefined, 'a code block'),
	(draft) => decide(draft.construct === 'task' ? 'check' : undefined, 'a task box'),
	decideByMark,
	decideByWording,
	decideByLeadIn,
	(_draft, parent) =>
		parent && ['anti-pattern', 'output', 'example', 'context'].includes(parent.kind)
			? { kind: parent.kind, how: `with the statement above: ${parent.kind}` }
			: undefined,
	decideByHeadings,
	(draft) => decide(draft.construct === 'paragraph' ? 'context' : undefined, 'a paragraph'),
	() => ({ kind: 'practice', how: 'a list item' }),
];

/**
 * What headings and lead-ins say about the kind of what follows. The first line that matches counts,
 * so exact phrases stand above the words that they contain.
 */
const cues: { kind: Kind; match: RegExp }[] = [
	{
		kind: 'anti-pattern',
		match:
			/\b(anti-?patterns?|pitfalls?|mistakes?|what not to do|smells?|avoid|don['’]ts?|never)\b/i,
	},
	{
		kind: 'context',
		match:
			/\b(will not|won['’]t|out of scope|boundar(y|ies)|when to (use|engage|call)|triggers?|activate when|collaborat\w*|works? (closely )?with|receives? from|provides? to|hand-?overs?|capabilit(y|ies)|profile|expertise|persona|system context|state (management )?files?)\b/i,
	},
	{ kind: 'example', match: /\b(examples?|sample|scenarios?)\b/i },
	{ kind: 'question', match: /\b(questions?|clarif\w+)\b/i },
	{ kind: 'metric', match: /\b(success metrics?|metrics|kpis?|targets|slos?|slis?)\b/i },
	{
		kind: 'output',
		match: /\b(outputs?|deliverables?|artifacts?|report|include|provide|detail)\b/i,
	},
	{
		kind: 'check',
		match: /\b(check-?lists?|definition of done|acceptance criteria|quality gates?)\b/i,
	},
	{
		kind: 'step',
		match:
			/\b(workflow|steps?|procedure|routine|runbook|playbook|response structure|process|key actions)\b/i,
	},
	{
		kind: 'principle',
		match: /\b(principles?|philosophy|mindset|values|tenets|decision making)\b/i,
	},
];

/** Returns the kind of every statement and what decided it. Parents come before their children. */
export function classifyKinds(drafts: Draft[]): Map<Draft, KindDecision> {
	const decisions = new Map<Draft, KindDecision>();
	for (const draft of drafts) {
		const parent = draft.parent && decisions.get(draft.parent);
		for (const decider of deciders) {
			const decision = decider(draft, parent);
			if (!decision) continue;
			decisions.set(draft, decision);
			break;
		}
	}
	return decisions;
}

function decide(kind: Kind | undefined, how: string): KindDecision | undefined {
	return kind && { kind, how: `${how}: ${kind}` };
}

/** A cross in front says that the rest is to be avoided, but for a list of what a role does not do. */
function decideByMark(draft: Draft): KindDecision | undefined {
	if (!/^(?:❌|✗|✘|🚫|⛔)/u.test(draft.text)) return undefined;
	const byHeading = decideByHeadings(draft);
	return byHeading?.kind === 'context'
		? byHeading
		: { kind: 'anti-pattern', how: `mark: ${draft.text.slice(0, 1)} → anti-pattern` };
}

/** "Never trust …" and "Avoid …" name what is to be avoided; a question mark at the end asks. */
function decideByWording(draft: Draft): KindDecision | undefined {
	const text = draft.label
		? draft.text.slice(draft.label.length).replace(/^[\s:–—]+/, '')
		: draft.text;
	const [, word] = /^(never|avoid|do not|don['’]t|no)\b/i.exec(text) ?? [];
	if (word && word.toLowerCase() !== 'no') {
		return { kind: 'anti-pattern', how: `wording: '${word.toLowerCase()}' → anti-pattern` };
	}
	if (draft.text.endsWith('?') && draft.construct !== 'paragraph') {
		return { kind: 'question', how: 'wording: a question' };
	}
	return undefined;
}

/** The line that introduces a list, or the bold lead-in of the item above, says what its items are. */
function decideByLeadIn({ parent }: Draft): KindDecision | undefined {
	if (!parent) return undefined;
	const text = parent.label ?? (parent.text.endsWith(':') ? parent.text : '');
	const cue = cues.find(({ match }) => match.test(text));
	return cue && { kind: cue.kind, how: `introduced by “${text}”: ${cue.kind}` };
}

function decideByHeadings({ headings }: Pick<Draft, 'headings'>): KindDecision | undefined {
	for (const { text } of headings.toReversed()) {
		const cue = cues.find(({ match }) => match.test(text));
		if (cue) return { kind: cue.kind, how: `heading: “${text}” → ${cue.kind}` };
	}
	return undefined;
}
