import type { RenderedRule } from '../collections/rule-loader.ts';
import { damages, levels, tags } from '../rules/model.ts';
import { selectRules } from '../rules/select.ts';
import { type Catalog, type CatalogRule, formatVersion } from '../review/model.ts';
import { getSiteModel, type SiteModel } from './model.ts';
import { getPackLinks, type PackLink } from './packs.ts';
import { urlOfRule } from './urls.ts';

/** Returns what a review in the browser needs of the site: `/review/catalog.json`. */
export async function getCatalog(): Promise<Catalog> {
	const { rules, topics, packs, registry } = await getSiteModel();
	const active = rules.filter(({ withdrawn }) => !withdrawn);
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
	const { rules, topics, registry } = await getSiteModel();
	const active = rules.filter(({ withdrawn }) => !withdrawn);
	const count = (isIn: (rule: RenderedRule) => boolean): number => active.filter(isIn).length;
	const questions = [
		{
			name: 'tags',
			title: 'What does the change touch?',
			choices: Object.entries(tags).map(([value, title]) => ({
				value,
				title,
				count: count((rule) => rule.tags.some((tag) => tag === value)),
			})),
		},
		{
			name: 'levels',
			title: 'Which levels?',
			choices: levels.map((level) => ({
				value: level,
				title: level,
				count: count((rule) => rule.level === level),
			})),
		},
		{
			name: 'topics',
			title: 'Which topics?',
			choices: topics.map(({ slug, title }) => ({
				value: slug,
				title,
				count: count(({ topic }) => topic === slug),
			})),
		},
		{
			name: 'technologies',
			title: 'Which technologies?',
			choices: Object.entries(registry.technologies).map(([slug, { name }]) => ({
				value: slug,
				title: name,
				count: count((rule) => rule.technologies.includes(slug)),
			})),
		},
	];
	return {
		packs: await getPackLinks(),
		questions: questions.map((question) => ({
			...question,
			choices: question.choices.filter((choice) => choice.count > 0),
		})),
		damages,
	};
}
