import type { RenderedRule } from '../../collections/rule-loader.ts';
import { getLevelName, isActive } from '../../rules/model.ts';
import type { SearchIndex, SearchRecord, StandardId } from '../../search/model.ts';
import { type ArticleKind, articleKinds, urlOfArticle } from '../../articles/model.ts';
import { findGuide } from '../technologies.ts';
import { getGuide, type SiteModel } from '../model.ts';
import { type Context, getContext, getSources, type RuleLink } from '../rules/links.ts';
import { standardTitles } from '../standard-titles.ts';
import { getSourceLinks } from '../sources.ts';
import { documentsNamed } from './indexed.ts';
import { getStandardLinks, getStandardViews } from '../standards.ts';
import {
	urlOfDocument,
	urlOfPack,
	urlOfRule,
	urlOfStandard,
	urlOfTechnology,
	urlOfTerm,
	urlOfTopic,
} from '../urls.ts';

/** What a title needs to be told from a rule or a term of the same name. */
const titleSuffixes: Partial<Record<ArticleKind, string>> = {
	pattern: ' pattern',
	template: ' template',
	playbook: ' playbook',
};

/** Pages that list what others hold. */
const lists: Pick<SearchRecord, 'url' | 'title' | 'text'>[] = [
	{ url: '/rules/', title: 'All rules', text: 'Every rule, with filters that a link can carry.' },
	{ url: '/checklists/', title: 'Checklists', text: 'Review packs of at most 20 rules.' },
	{ url: '/review/', title: 'Review workspace', text: 'Answer rules with evidence, and share it.' },
	{ url: '/topics/', title: 'Topics', text: 'What the guidance covers, with counts.' },
	{ url: '/standards/', title: 'Standards', text: 'What rules answer, and where they leave gaps.' },
	{
		url: '/sources/',
		title: 'Source documents',
		text: 'The documents that stand behind the rules.',
	},
	{ url: '/coverage/', title: 'Coverage', text: 'Which source says how much about which topic.' },
	{ url: '/technologies/', title: 'Technologies', text: 'What each is for, and when it fits.' },
	{ url: '/snippets/', title: 'Snippets', text: 'Which code was run, linted, or parsed.' },
	{ url: '/glossary/', title: 'Glossary', text: 'The terms of backend architecture.' },
	{ url: '/changes/', title: 'Changes', text: 'What each release added, changed, and withdrew.' },
];

const articleLists = Object.values(articleKinds)
	.filter(({ path }) => path !== 'technologies')
	.map(({ plural, path, about }) => ({ url: `/${path}/`, title: plural, text: about }));

/** Returns what a reader can look for by name: every page, rule, and term. */
export async function getSearchIndex(): Promise<SearchIndex> {
	const context = await getContext();
	const { model } = context;
	const records: SearchRecord[] = [
		...model.rules.map((rule) => toRuleRecord(rule, context)),
		...model.terms.map((term): SearchRecord => ({
			kind: 'term',
			url: urlOfTerm(term.slug),
			title: term.term,
			text: getFirstSentence(term.html),
			aliases: [...(term.abbreviation ? [term.abbreviation] : []), ...term.aliases],
			symptoms: term.symptoms,
			topic: term.topic,
		})),
		...model.topics.map(({ slug, title, summary, aliases }): SearchRecord => ({
			kind: 'topic',
			url: urlOfTopic(slug),
			title,
			text: summary,
			aliases,
			topic: slug,
		})),
		...model.packs.map(({ slug, title, summary, aliases }): SearchRecord => ({
			kind: 'pack',
			url: urlOfPack(slug),
			title: `${title} checklist`,
			text: summary,
			aliases,
		})),
		...getArticleRecords(model),
		...getTechnologyRecords(model),
		...(await getStandardLinks()).map(({ url, title, text }): SearchRecord => ({
			kind: 'standard',
			url,
			title,
			text,
		})),
		...(await getDocumentRecords(model)),
		...(await getGuide()).map(({ id, title, description }): SearchRecord => ({
			kind: 'guide',
			url: `/${id}/`,
			title,
			// A finding is looked up by its code; its advice would answer other questions.
			text: id.startsWith('guide/findings/') ? '' : description,
		})),
		...[...lists, ...articleLists].map((list): SearchRecord => ({ kind: 'page', ...list })),
	];
	return {
		records: records.map(shorten),
		thesaurus: model.registry.thesaurus,
		topics: model.topics.map(({ slug, title, prefix }) => ({
			slug,
			title,
			prefix,
			url: urlOfTopic(slug),
		})),
	};
}

/** Lists whose ids are ours: nobody types them. */
const ownLists = ['spec', 'docs'];

/** Returns the ids of standards that pages show, with the rules that answer them. */
export async function getStandardIds(): Promise<StandardId[]> {
	const views = await getStandardViews();
	return views
		.filter(({ name }) => !ownLists.includes(name))
		.flatMap(({ name, groups }) =>
			groups.flatMap(({ title: group, anchor: groupAnchor, lines }) => {
				const make = (
					id: string,
					anchor: string,
					title: string,
					rules: RuleLink[],
				): StandardId => ({
					standard: standardTitles[name] ?? name,
					id,
					title,
					url: `${urlOfStandard(name)}#${anchor}`,
					rules: [...new Set(rules.map(({ code }) => code))],
				});
				const shown = lines.map(({ id, anchor, title, rules }) => make(id, anchor, title, rules));
				// An RFC of which sections are cited is looked up as a whole, too.
				const [, whole, title = ''] = /^(RFC \d+): (.*)/.exec(group) ?? [];
				if (whole === undefined || shown.some(({ id }) => id === whole)) return shown;
				const all = lines.flatMap(({ rules }) => rules);
				return [make(whole, groupAnchor, title, all), ...shown];
			}),
		);
}

function toRuleRecord(rule: RenderedRule, context: Context): SearchRecord {
	const { id, title, statement, aliases, symptoms, topic, level, revision, technologies } = rule;
	const isNamed = context.model.documents.length <= documentsNamed;
	return {
		kind: 'rule',
		url: urlOfRule(id),
		code: id,
		title,
		text: statement,
		aliases,
		symptoms,
		topic,
		level,
		...(rule.kind === 'avoid' && { levelName: getLevelName(rule) }),
		revision,
		technologies,
		sources: isNamed ? getSources(id, context) : [],
		...(!isActive(rule) && { isWithdrawn: true }),
	};
}

function getArticleRecords({ articles }: SiteModel): SearchRecord[] {
	return articles.map((article) => {
		const { kind, data } = article;
		const { title, summary, aliases, symptoms, topics, technologies } = data;
		return {
			kind,
			url: urlOfArticle(article),
			// Patterns and designs carry the names of what they are about, as rules do.
			title: `${title}${titleSuffixes[kind] ?? ''}`,
			text: summary,
			aliases,
			symptoms,
			...(topics[0] !== undefined && { topic: topics[0] }),
			technologies,
		};
	});
}

/** What is in depth stands for the entry of the map. */
function getTechnologyRecords({ registry, articles }: SiteModel): SearchRecord[] {
	const entries = Object.entries(registry.technologies).filter(
		([slug]) => findGuide(slug, articles) === undefined,
	);
	return entries.map(([slug, { name, html, aliases }]) => ({
		kind: 'technology',
		url: urlOfTechnology(slug),
		title: name,
		text: toText(html),
		aliases,
		technologies: [slug],
	}));
}

async function getDocumentRecords({ documents }: SiteModel): Promise<SearchRecord[]> {
	if (documents.length > documentsNamed) return [];
	const links = await getSourceLinks();
	return documents.map((document, i) => ({
		kind: 'source',
		url: urlOfDocument(document),
		title: document.title,
		text: links[i]?.description ?? '',
		sources: [document.id],
	}));
}

/** Leaves out empty lists: the reader fetches all of it. */
function shorten(record: SearchRecord): SearchRecord {
	const fields = Object.entries(record).filter(
		([, value]) => !Array.isArray(value) || value.length > 0,
	);
	return Object.fromEntries(fields) as unknown as SearchRecord;
}

function getFirstSentence(html: string): string {
	const [sentence] = toText(html).split(/(?<=[.?!])\s+(?=\p{Lu})/u);
	return sentence ?? '';
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function toText(html: string): string {
	return html
		.replace(/<[^>]+>/g, '')
		.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
		.replace(/\s+/g, ' ')
		.trim();
}
