import { articleKinds } from '../../articles/model.ts';
import { isActive } from '../../rules/model.ts';
import type { SiteModel } from '../model.ts';
import { standardTitles } from '../standard-titles.ts';
import { urlOfDocument, urlOfPack, urlOfRule, urlOfStandard, urlOfTopic } from '../urls.ts';

/** Lists that a sidebar can show. */
export type PanelName = 'topics' | 'design' | 'checklists' | 'evidence' | 'guide';

/** Where a page stands among the others. */
export interface Place {
	title: string;
	url: string;
	/** A rule's code, which stands before its title. */
	code?: string;
	/** Address of the page above it. */
	parent?: string;
	/** Missing on pages that use the whole width. */
	panel?: PanelName;
	/** Slug of the topic that it belongs to. */
	topic?: string;
	/** The list in which one page follows another. */
	list?: string;
	/** The file that it was written in, from the project's root. */
	file?: string;
	/** Day of the last review: 2026-11-21. */
	reviewed?: string;
	/** Of a rule. */
	revision?: number;
}

/** A page of the guide; those of its sidebar stand in its order. */
export interface GuidePage {
	/** Path without slashes around it: "guide/cite". */
	id: string;
	title: string;
}

const indexes: Place[] = [
	{ title: 'Plumbline', url: '/' },
	{ title: 'Topics', url: '/topics/', panel: 'topics' },
	{ title: 'Rules', url: '/rules/' },
	{ title: 'Checklists', url: '/checklists/', panel: 'checklists' },
	{ title: 'Review', url: '/review/' },
	{ title: 'Search', url: '/search/' },
	{ title: 'Read offline', url: '/offline/' },
	{ title: 'Technologies', url: '/technologies/', panel: 'design' },
	{ title: 'Sources', url: '/sources/', panel: 'evidence' },
	{ title: 'Coverage', url: '/coverage/', panel: 'evidence' },
	{ title: 'Standards', url: '/standards/', panel: 'evidence' },
	{ title: 'Glossary', url: '/glossary/', panel: 'evidence' },
	{ title: 'Changes', url: '/changes/', panel: 'evidence' },
	{ title: 'Snippets', url: '/snippets/', panel: 'evidence' },
];

/** Returns the place of every page, in the order in which one follows another within its list. */
export function makePlaces(model: SiteModel, guide: readonly GuidePage[]): Place[] {
	return [
		...indexes,
		...getTopics(model),
		...getRules(model),
		...getArticleLists(),
		...getArticles(model),
		...getPacks(model),
		...getDocuments(model),
		...getStandards(model),
		...getGuidePages(guide),
	];
}

function getTopics({ topics }: SiteModel): Place[] {
	return topics.map(({ slug, title }) => ({
		title,
		url: urlOfTopic(slug),
		parent: '/topics/',
		panel: 'topics',
		topic: slug,
		list: 'topics',
		file: `content/topics/${slug}.md`,
	}));
}

/** A withdrawn rule keeps its page, and nothing leads on to it. */
function getRules({ rules }: SiteModel): Place[] {
	return rules.map((rule) => ({
		code: rule.id,
		title: rule.title,
		url: urlOfRule(rule.id),
		parent: urlOfTopic(rule.topic),
		panel: 'topics',
		topic: rule.topic,
		...(isActive(rule) && { list: `rules of ${rule.topic}` }),
		file: rule.file,
		reviewed: rule.reviewed,
		revision: rule.revision,
	}));
}

function getArticleLists(): Place[] {
	return Object.values(articleKinds)
		.filter(({ path }) => path !== 'technologies')
		.map(({ path, plural }) => ({ title: plural, url: `/${path}/`, panel: 'design' }));
}

function getArticles({ articles }: SiteModel): Place[] {
	return articles.map(({ kind, slug, data }) => {
		const { folder, path }: { folder: string; path: string } = articleKinds[kind];
		const [topic] = data.topics;
		return {
			title: data.title,
			url: `/${path}/${slug}/`,
			parent: `/${path}/`,
			panel: topic === undefined ? 'design' : 'topics',
			...(topic !== undefined && { topic }),
			list: path,
			file: `content/${folder}/${slug}.md`,
			reviewed: data.reviewed,
		};
	});
}

function getPacks({ packs }: SiteModel): Place[] {
	return packs.map(({ slug, title }) => ({
		title,
		url: urlOfPack(slug),
		parent: '/checklists/',
		panel: 'checklists',
		list: 'checklists',
		file: `content/packs/${slug}.md`,
	}));
}

/** Documents may be somebody else's: where their files are kept is not known. */
function getDocuments({ documents }: SiteModel): Place[] {
	return documents.map((document) => ({
		title: document.title,
		url: urlOfDocument(document),
		parent: '/sources/',
		panel: 'evidence',
		list: 'sources',
	}));
}

function getStandards({ registry }: SiteModel): Place[] {
	return Object.keys(registry.standards).map((name) => ({
		title: standardTitles[name] ?? name,
		url: urlOfStandard(name),
		parent: '/standards/',
		panel: 'evidence',
		list: 'standards',
	}));
}

/** The page of a finding stands below the list of all; any other one in the sidebar. */
function getGuidePages(guide: readonly GuidePage[]): Place[] {
	return guide.map(({ id, title }) => {
		const folder = id.slice(0, id.lastIndexOf('/') + 1);
		const isFinding = id.startsWith('guide/findings/');
		return {
			title,
			url: `/${id}/`,
			...(folder !== '' && { parent: `/${folder}` }),
			panel: 'guide',
			list: isFinding ? 'findings' : 'guide',
			file: `content/${id}${id === 'guide' || id === 'guide/findings' ? '/index' : ''}.md`,
		};
	});
}
