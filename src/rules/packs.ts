import { type Finding, makeFinding } from '../ingest/findings.ts';
import type { Place } from '../ingest/model.ts';
import { suggest } from '../ingest/suggest.ts';
import { checkCodeLink } from './check.ts';
import { isActive, type Rule } from './model.ts';
import { type Selector, selectRules } from './select.ts';

/** A review pack: `content/packs/<slug>.md`. It selects rules and holds none. */
export interface Pack {
	title: string;
	/** Other names by which readers ask for it. */
	aliases: string[];
	/** Place in lists of packs, from 1. */
	order: number;
	/** One sentence that says for which change it is. */
	summary: string;
	/** Rules that one of these picks are in the pack. */
	select: Selector[];
}

/** A pack with what its file says beside it. */
export interface PlacedPack {
	data: Pack;
	file: string;
	/** Line of a front matter field. */
	lineOf: (field: string) => number;
	body: string;
}

/** What fits into a review of ten minutes. */
export const packSize = 20;

/** The parts of a pack's body, in their order. */
export const packParts = ['When to use it', 'What it leaves out'];

export interface PackContext {
	rules: ReadonlyMap<string, Rule>;
	topics: readonly string[];
	technologies: readonly string[];
}

/** Returns what is wrong with a pack: names that do not exist, no rule, a withdrawn rule, too many. */
export function checkPack(
	{ data, file, lineOf, body }: PlacedPack,
	context: PackContext,
): Finding[] {
	const place: Place = { file, line: lineOf('select'), column: 1 };
	const findings = data.select.flatMap((selector) => checkNames(selector, place, context));
	const rules = [...context.rules.values()].filter(isActive);
	for (const [i, selector] of data.select.entries()) {
		if (selectRules(rules, [selector]).length > 0) continue;
		findings.push(makeFinding('pack-empty', place, { number: String(i + 1) }));
	}
	const count = selectRules(rules, data.select).length;
	if (count > packSize) {
		const args = { count: String(count), most: String(packSize) };
		findings.push(makeFinding('pack-large', place, args));
	}
	const headings = [...body.matchAll(/^## (.+?)\s*$/gm)].map(([, text = '']) => text);
	if (headings.join('\n') !== packParts.join('\n')) {
		const found =
			headings.length === 0 ? 'no heading' : headings.map((each) => `“${each}”`).join(', ');
		const expected = packParts.map((each) => `“${each}”`).join(' and ');
		findings.push(makeFinding('pack-part', { file, line: 1, column: 1 }, { found, expected }));
	}
	return findings;
}

function checkNames(selector: Selector, place: Place, context: PackContext): Finding[] {
	const { codes = [], topics = [], technologies = [] } = selector;
	const unknown = (names: readonly string[], known: readonly string[]): string[] =>
		names.filter((name) => !known.includes(name));
	return [
		...codes.flatMap((code) => checkCodeLink(code, place, context.rules)),
		...unknown(topics, context.topics).map((topic) =>
			makeFinding('topic-unknown', place, { topic, hint: suggest(topic, [...context.topics]) }),
		),
		...unknown(technologies, context.technologies).map((technology) =>
			makeFinding('technology-unknown', place, {
				technology,
				hint: suggest(technology, [...context.technologies]),
			}),
		),
	];
}
