import type { RenderedRule } from '../collections/rule-loader.ts';
import { damages, isActive, levels, tags } from '../rules/model.ts';
import { selectRules } from '../rules/select.ts';
import { type Catalog, type CatalogRule, formatVersion } from '../review/model.ts';
import { getSiteModel, type SiteModel } from './model.ts';
import { getPackLinks, type PackLink } from './packs.ts';
import { urlOfRule } from './urls.ts';

/** Returns what a review in the browser needs of the site: `/review/catalog.json`. */
export async function getCatalog(): Promise<Catalog> {
	const { rules, topics, packs, registry } = await getSiteModel();
	const active = rules.filter(isActive);
	return {
		version: formatVersion,
		release: registry.ledger.releases.at(-1)?.version ?? 'next',
		topics: topics.map(({ slug, title }) => ({ slug, title })),
		packs: packs.map(({ slug, title, select }) => ({
			slug,
			title,
			select,
			codes: selectRules(active, select).map(({ id }) => id),
		})),
		rules: rules.map((rule) => toCatalogRule(rule, registry.ledger)),
	};
}

function toCatalogRule(rule: RenderedRule, ledger: SiteModel['registry']['ledger']): CatalogRule {
	const { id, title, statement, level, kind, topic, damage, tags, technologies, revision } = rule;
	const recorded = ledger.rules[id]?.revisions ?? [];
	const past = recorded
		.filter((each) => each.revision < revision)
		.map((each, i) => {
			const next = recorded[i + 1]?.change ?? rule.change;
			return {
				revision: each.revision,
				statement: each.statement,
				change: next ?? { class: 'wording' as const, note: '' },
			};
		});
	return {
		id,
		title,
		statement,
		level,
		kind,
		topic,
		damage,
		tags,
		technologies,
		revision,
		url: urlOfRule(id),
		question: rule.question,
		evidence: rule.evidence,
		...(past.length > 0 && { past }),
		...(rule.withdrawn && { withdrawn: rule.withdrawn }),
	};
}

/** A choice that a reader has when a review begins. */
interface Choice {
	value: string;
	title: string;
	count: number;
}

export interface ReviewView {
	packs: PackLink[];
	/** What can be asked about a change, by field of the selector. */
	questions: { name: string; title: string; choices: Choice[] }[];
	/** What breaking a rule costs, by name. */
	damages: Record<string, string>;
}

/** Returns what the page of the review workspace offers before a review is open. */
export async function getReviewView(): Promise<ReviewView> {
	const model = await getSiteModel();
	const active = model.rules.filter(isActive);
	const questions = makeQuestions(model).map(({ name, title, choices }) => ({
		name,
		title,
		choices: choices
			.map((choice) => ({ ...choice, count: active.filter(getTest(name, choice.value)).length }))
			.filter(({ count }) => count > 0),
	}));
	return { packs: await getPackLinks(), questions, damages };
}

/** What a rule is, by field of the selector. */
const valuesOf = {
	tags: (rule) => rule.tags,
	levels: (rule) => [rule.level],
	topics: (rule) => [rule.topic],
	technologies: (rule) => rule.technologies,
} as const satisfies Record<string, (rule: RenderedRule) => readonly string[]>;

type Field = keyof typeof valuesOf;

function getTest(field: Field, value: string): (rule: RenderedRule) => boolean {
	return (rule) => valuesOf[field](rule).some((each) => each === value);
}

interface Question {
	name: Field;
	title: string;
	choices: Omit<Choice, 'count'>[];
}

function makeQuestions({ topics, registry }: SiteModel): Question[] {
	return [
		{
			name: 'tags',
			title: 'What does the change touch?',
			choices: Object.entries(tags).map(([value, title]) => ({ value, title })),
		},
		{
			name: 'levels',
			title: 'Which levels?',
			choices: levels.map((level) => ({ value: level, title: level })),
		},
		{
			name: 'topics',
			title: 'Which topics?',
			choices: topics.map(({ slug, title }) => ({ value: slug, title })),
		},
		{
			name: 'technologies',
			title: 'Which technologies?',
			choices: Object.entries(registry.technologies).map(([value, { name }]) => ({
				value,
				title: name,
			})),
		},
	];
}
