import { recordKinds } from '../../search/model.ts';
import { levels } from '../../rules/model.ts';
import { getSiteModel } from '../model.ts';
import { documentsNamed } from './indexed.ts';
import { getSearchIndex } from './records.ts';

export interface Facet {
	name: string;
	title: string;
	values: { value: string; title: string; count: number }[];
}

/** Returns what the search page filters by. The counts are those of an empty query. */
export async function getSearchFacets(): Promise<Facet[]> {
	const { records, topics } = await getSearchIndex();
	const { documents, registry } = await getSiteModel();
	const shown = records.filter(({ isWithdrawn }) => !isWithdrawn);
	const facets: { name: string; title: string; titles: [string, string][]; has: string[] }[] = [
		{
			name: 'topic',
			title: 'Topic',
			titles: topics.map(({ slug, title }) => [slug, title]),
			has: shown.flatMap(({ topic = '' }) => topic),
		},
		{
			name: 'kind',
			title: 'Kind of page',
			titles: Object.entries(recordKinds),
			has: shown.map(({ kind }) => kind),
		},
		{
			name: 'level',
			title: 'Level',
			titles: levels.map((level) => [level, level]),
			has: shown.flatMap(({ level = '' }) => level),
		},
		{
			name: 'technology',
			title: 'Technology',
			titles: Object.entries(registry.technologies).map(([slug, { name }]) => [slug, name]),
			has: shown.flatMap(({ technologies = [] }) => technologies),
		},
		{
			name: 'source',
			title: 'Source',
			titles:
				documents.length <= documentsNamed ? documents.map(({ id, title }) => [id, title]) : [],
			has: shown.flatMap(({ sources = [] }) => sources),
		},
	];
	return facets
		.map(({ name, title, titles, has }) => ({
			name,
			title,
			values: titles
				.map(([value, valueTitle]) => ({
					value,
					title: valueTitle,
					count: has.filter((each) => each === value).length,
				}))
				.filter(({ count }) => count > 0 || name === 'kind'),
		}))
		.filter(({ values }) => values.length > 0);
}
