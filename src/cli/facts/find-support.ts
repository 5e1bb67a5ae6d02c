import type { Statement, Tie } from '../../ingest/model.ts';
import type { Tier } from '../../ingest/tie/tie.ts';
import { listWords } from './measure-fit.ts';
import type { Fact } from './parse-facts.ts';
import type { Placing } from './place-facts.ts';
import type { Spot } from './read-spots.ts';

/** What a fact does for the site. */
export interface Support {
	/** Rules that it supports, by code. */
	rules: string[];
	/** Where a reader finds it if no rule does: a topic page, or the role's own page. Empty if a rule does. */
	elsewhere: string;
}

/** Where the ties of a heading or a statement come from: the first that has any. */
const origins: ((spot: Spot, tier: Tier) => Tie[])[] = [
	({ statement }) => statement?.ties ?? [],
	getTiesOfHeading,
	getTiesOfOpening,
	({ section }) => getShared(section),
	({ leadIn }) => leadIn?.ties ?? [],
];

/**
 * Rules of a sort of fact in front matter, which is about the role and is tied to nothing. Its triggers say
 * when to call the architect, and that is what this rule is about.
 */
const rulesOfFrontMatter: Record<string, string[]> = { trigger: ['WORK-015'] };

/** The part of a rule's tie that says by which of its phrases: “rate limit”. */
const phraseOf = /^“(.+)”$/;

/** Shorter words tell no facts apart: "in", "the", "one". */
const shortest = 4;

/** Returns for each placed fact the rules that it supports, or where else it is of use. */
export function findSupport(placings: Placing[], tier: Tier): Support[] {
	const byAddress = Map.groupBy(placings, ({ spot }) => spot?.address);
	return placings.map(({ fact, spot }) => {
		if (!spot) return { rules: [], elsewhere: '' };
		const isAlone = byAddress.get(spot.address)?.length === 1;
		const rules = isEntry(spot)
			? (rulesOfFrontMatter[fact.kind] ?? [])
			: listRules(fact, spot, isAlone, tier);
		return { rules, elsewhere: rules.length > 0 ? '' : getElsewhere(spot) };
	});
}

function isEntry({ address, document }: Spot): boolean {
	return address === document.id;
}

function listRules(fact: Fact, spot: Spot, isAlone: boolean, tier: Tier): string[] {
	const [ties = []] = origins.map((list) => list(spot, tier)).filter(({ length }) => length > 0);
	// What a part has from the parts around it is as general as it is; its own ties are for one of its facts.
	const isGeneral = isAlone || spot.statement?.ties !== ties;
	const isOfRole = fact.kind === 'context' && !(isAlone && spot.statement);
	const own = isGeneral && !isOfRole ? ties : narrow(fact, ties, spot.statement?.label);
	return [...new Set(own.map(({ rule }) => rule))].sort();
}

function getTiesOfHeading({ statement, section, text, address }: Spot, tier: Tier): Tie[] {
	const [first] = section;
	if (statement || !first) return [];
	return tier({ text, topic: first.topic, kind: 'context', address });
}

/** The line right below a heading may lead in what the heading names; else it is one item of many. */
function getTiesOfOpening({ section }: Spot): Tie[] {
	const [first] = section;
	return first && section.some(({ parent }) => parent === first.anchor) ? first.ties : [];
}

/** A section whose statements all support a rule is about it, whatever its heading says. */
function getShared(section: Statement[]): Tie[] {
	const tied = section.map(({ ties }) => ties).filter(({ length }) => length > 0);
	const [first = [], ...rest] = tied;
	return first.filter(({ rule }) => rest.every((ties) => ties.some((tie) => tie.rule === rule)));
}

/**
 * Returns those of the ties that hold by words of this fact, or by the statement's lead-in ("Quality Gates:"),
 * which names all of its facts. What a fact about the role itself ("a senior architect") has in common with
 * the text around it says less: of such a fact only the terms count.
 */
function narrow(fact: Fact, ties: Tie[], label = ''): Tie[] {
	const words = fact.kind === 'context' ? new Set<string>() : listWords(fact.text);
	return ties.filter(({ how }) => {
		const phrase = phraseOf.exec(how)?.[1];
		// By a title or by a person's word: no phrase says for which of the facts.
		if (phrase === undefined) return true;
		const meant = phrase.split(/\P{L}+/u).filter(({ length }) => length >= shortest);
		return (
			fact.terms.some((term) => term.test(phrase)) ||
			!listWords(meant.join(' ')).isDisjointFrom(words) ||
			listWords(phrase).isSubsetOf(listWords(label))
		);
	});
}

function getElsewhere({ document, statement }: Spot): string {
	const isOfRole = !statement || statement.kind === 'context' || statement.topic === null;
	return isOfRole ? `/sources/${document.id}/` : `/topics/${statement.topic ?? ''}/`;
}
