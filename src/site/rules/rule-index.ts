import type { RenderedRule } from '../../collections/rule-loader.ts';
import { damages, isActive, tags } from '../../rules/model.ts';
import type { SiteModel } from '../model.ts';
import { documentsNamed } from '../search/indexed.ts';
import { standardTitles } from '../standard-titles.ts';
import { urlOfTopic } from '../urls.ts';
import { type Context, getContext, getSources, makeLink, type RuleLink } from './links.ts';

export interface RuleIndexEntry extends RuleLink {
	aliases: string[];
	/** Values by facet, as the filter and the URL name them. */
	facets: Record<string, string[]>;
}

export interface RuleIndexView {
	topics: { title: string; url: string; slug: string; prefix: string; rules: RuleIndexEntry[] }[];
	/** Facets in their order, each with its values and how many rules have them. */
	facets: {
		name: string;
		title: string;
		values: { value: string; title: string; count: number }[];
	}[];
	count: number;
}

/** Returns the index of all rules in force, with the values that it can be filtered by. */
export async function getRuleIndex(): Promise<RuleIndexView> {
	const context = await getContext();
	const { model } = context;
	const rules = model.rules.filter(isActive);
	const entries = rules.map((rule) => ({ topic: rule.topic, entry: makeEntry(rule, context) }));
	return {
		topics: model.topics.map(({ slug, title, prefix }) => ({
			slug,
			title,
			prefix,
			url: urlOfTopic(slug),
			rules: entries.filter(({ topic }) => topic === slug).map(({ entry }) => entry),
		})),
		facets: makeFacets(
			model,
			entries.map(({ entry }) => entry),
		),
		count: entries.length,
	};
}

function makeEntry(rule: RenderedRule, context: Context): RuleIndexEntry {
	const isFiltered = context.model.documents.length <= documentsNamed;
	return {
		...makeLink(rule, context),
		aliases: rule.aliases,
		facets: {
			topic: [rule.topic],
			level: [rule.level],
			kind: [rule.kind],
			tag: rule.tags,
			damage: [rule.damage],
			source: isFiltered ? getSources(rule.id, context) : [],
			standard: [...new Set(rule.references.map(({ standard }) => standard))],
			technology: rule.technologies,
		},
	};
}

/** Facets and values that no rule has are left out. */
function makeFacets(model: SiteModel, entries: RuleIndexEntry[]): RuleIndexView['facets'] {
	return Object.entries(getTitles(model))
		.map(([name, { title, values }]) => ({
			name,
			title,
			values: Object.entries(values)
				.map(([value, valueTitle]) => ({
					value,
					title: valueTitle,
					count: entries.filter(({ facets }) => facets[name]?.includes(value)).length,
				}))
				.filter(({ count }) => count > 0),
		}))
		.filter(({ values }) => values.length > 0);
}

/** The facets in their order, and what their values are called. */
function getTitles({
	topics,
	documents,
	registry,
}: SiteModel): Record<string, { title: string; values: Record<string, string> }> {
	const technologies = Object.entries(registry.technologies);
	return {
		topic: { title: 'Topic', values: toTitles(topics, ({ slug, title }) => [slug, title]) },
		level: { title: 'Level', values: { MUST: 'MUST', SHOULD: 'SHOULD', MAY: 'MAY' } },
		kind: { title: 'Kind', values: { do: 'Do', avoid: 'Avoid' } },
		tag: { title: 'What it touches', values: tags },
		damage: { title: 'Damage if broken', values: damages },
		source: { title: 'Source', values: toTitles(documents, ({ id, title }) => [id, title]) },
		standard: { title: 'Standard', values: standardTitles },
		technology: {
			title: 'Technology',
			values: toTitles(technologies, ([slug, { name }]) => [slug, name]),
		},
	};
}

function toTitles<Item>(
	items: Item[],
	pick: (item: Item) => [string, string],
): Record<string, string> {
	return Object.fromEntries(items.map(pick));
}
