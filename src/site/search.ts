import { getSiteModel } from './model.ts';
import { urlOfDocument, urlOfTerm, urlOfTopic } from './urls.ts';

export interface SearchIndexView {
	/** Every page and term by name, for readers who browse and for those without script. */
	names: { title: string; url: string; kind: string }[];
}

/** Documents in the list by name at most: a team's thousands have their own page. */
const documentsShown = 200;

/** Returns what the search page lists. */
export async function getSearchIndexView(): Promise<SearchIndexView> {
	const { topics, documents, terms } = await getSiteModel();
	const names = [
		...topics.map(({ title, slug }) => ({ title, url: urlOfTopic(slug), kind: 'topic' })),
		...documents
			.slice(0, documentsShown)
			.map((document) => ({ title: document.title, url: urlOfDocument(document), kind: 'source' })),
		...terms.map(({ term, slug }) => ({ title: term, url: urlOfTerm(slug), kind: 'term' })),
	];
	return {
		names: names.sort((a, b) => a.title.localeCompare(b.title, 'en', { sensitivity: 'base' })),
	};
}
