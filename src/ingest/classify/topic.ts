import type { Draft } from '../extract/draft.ts';
import type { Match, Vocabulary } from './vocabulary.ts';

export interface TopicDecision {
	topic: string;
	/** Concept of the topic that the statement itself names. */
	concept?: string;
	how: string;
}

/** What a decider may look at: the statement, the vocabulary, and what was decided for its parent. */
interface Evidence {
	draft: Draft;
	own: Match[];
	vocabulary: Vocabulary;
	parent: TopicDecision | undefined;
	headings: (Match[] | undefined)[];
}

type Decider = (evidence: Evidence) => TopicDecision | undefined;

/** Ways of deciding, strongest first. What none of them decides is unsorted. */
const deciders: Decider[] = [
	decideByOverride,
	decideByHeadingOverride,
	decideByVocabulary,
	decideByLabel,
	decideByParent,
	decideByHeading,
];

/**
 * Returns the topic of every statement that something decides, in words that an author can check:
 * "vocabulary: 'rate limit' → api". Parents come before their children in `drafts`.
 */
export function classifyTopics(drafts: Draft[], vocabulary: Vocabulary): Map<Draft, TopicDecision> {
	const decisions = new Map<Draft, TopicDecision>();
	const headingMatches = new Map<string, Match[]>();
	const findInHeading = (text: string): Match[] => {
		let matches = headingMatches.get(text);
		if (!matches) headingMatches.set(text, (matches = vocabulary.findInHeading(text)));
		return matches;
	};
	for (const draft of drafts) {
		const evidence: Evidence = {
			draft,
			own: vocabulary.find(draft.text),
			vocabulary,
			parent: draft.parent && decisions.get(draft.parent),
			headings: draft.headings.map((heading) => findInHeading(heading.text)),
		};
		for (const decide of deciders) {
			const decision = decide(evidence);
			if (!decision) continue;
			decisions.set(draft, withConcept(decision, evidence.own));
			break;
		}
	}
	return decisions;
}

function decideByOverride({ draft }: Evidence): TopicDecision | undefined {
	for (let at: Draft | undefined = draft; at; at = at.parent) {
		const { topic } = at.override;
		if (topic)
			return { topic, how: at === draft ? `override: ${topic}` : `override above: ${topic}` };
	}
	return undefined;
}

function decideByHeadingOverride({ draft }: Evidence): TopicDecision | undefined {
	const heading = draft.headings.findLast(({ override }) => override.topic);
	const topic = heading?.override.topic;
	return topic ? { topic, how: `override of the heading “${heading.text}”: ${topic}` } : undefined;
}

/** Own words decide; where topics tie, the one that the headings name, else the one named first. */
function decideByVocabulary({ own, headings }: Evidence): TopicDecision | undefined {
	const best = findBest(own);
	if (best.length === 0) return undefined;
	const named =
		best.length > 1 ? headings.findLast((matches) => findTopic(matches, best)) : undefined;
	const topic = findTopic(named, best) ?? best[0];
	if (topic === undefined) return undefined;
	const terms = own.filter((match) => match.topic === topic).map((match) => `'${match.term}'`);
	return { topic, how: `vocabulary: ${[...new Set(terms)].join(', ')} → ${topic}` };
}

function findTopic(matches: Match[] | undefined, topics: string[]): string | undefined {
	return matches?.find((match) => topics.includes(match.topic))?.topic;
}

function decideByLabel({ draft, vocabulary }: Evidence): TopicDecision | undefined {
	const label = draft.label ?? /^([^:.]{2,40}):(?:\s|$)/.exec(draft.text)?.[1];
	const [match] = label ? pickBest(vocabulary.findInHeading(label)) : [];
	return match && { topic: match.topic, how: `label: '${match.term}' → ${match.topic}` };
}

function decideByParent({ draft, parent, vocabulary }: Evidence): TopicDecision | undefined {
	if (!draft.parent) return undefined;
	const text = draft.parent.label ?? draft.parent.text;
	const [match] = pickBest(vocabulary.findInHeading(text));
	if (match) return { topic: match.topic, how: `introduced by: '${match.term}' → ${match.topic}` };
	return parent && { topic: parent.topic, how: `with the statement above: ${parent.topic}` };
}

function decideByHeading({ draft, headings }: Evidence): TopicDecision | undefined {
	for (let i = headings.length - 1; i >= 0; i--) {
		const [match] = pickBest(headings[i] ?? []);
		if (match) {
			return {
				topic: match.topic,
				how: `heading: “${draft.headings[i]?.text ?? ''}” → ${match.topic}`,
			};
		}
	}
	return undefined;
}

/** Topics with the highest number of matched words, in the order of the text. */
function findBest(matches: Match[]): string[] {
	const scores = new Map<string, number>();
	for (const { topic, length } of matches) scores.set(topic, (scores.get(topic) ?? 0) + length);
	const highest = Math.max(...scores.values());
	return [...scores].filter(([, score]) => score === highest).map(([topic]) => topic);
}

/** The matches of the best topic, the longest first. */
function pickBest(matches: Match[]): Match[] {
	const [topic] = findBest(matches);
	return matches
		.filter((match) => match.topic === topic)
		.sort((a, b) => b.length - a.length || a.index - b.index);
}

/** The concept is the longest phrase of the decided topic that the statement itself uses. */
function withConcept(decision: TopicDecision, own: Match[]): TopicDecision {
	const [match] = own
		.filter(({ topic, concept }) => topic === decision.topic && concept !== undefined)
		.sort((a, b) => b.length - a.length || a.index - b.index);
	return match?.concept === undefined ? decision : { ...decision, concept: match.concept };
}
