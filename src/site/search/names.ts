import { recordKinds } from '../../search/model.ts';
import { getSiteModel } from '../model.ts';
import { urlOfTerm } from '../urls.ts';
import { getSearchIndex } from './records.ts';

export interface NamesView {
	/** Everything by its name, for readers who browse and for those without script. */
	letters: {
		letter: string;
		id: string;
		names: { title: string; url: string; kind: string }[];
	}[];
	/** Codes of the rules in force, by topic. */
	codes: { topic: string; rules: { code: string; title: string; url: string }[] }[];
	count: number;
}

/** Returns what the search page lists: titles, terms with their abbreviations, and codes. */
export async function getNamesView(): Promise<NamesView> {
	const [{ records, topics }, { terms }] = await Promise.all([getSearchIndex(), getSiteModel()]);
	const shown = records.filter(({ isWithdrawn }) => !isWithdrawn);
	const names = [
		...shown.map(({ title, url, kind, code }) => ({
			title,
			url,
			kind: code ?? recordKinds[kind].toLowerCase(),
		})),
		...terms.flatMap(({ abbreviation, term, slug }) =>
			abbreviation === undefined
				? []
				: [{ title: `${abbreviation}: ${term}`, url: urlOfTerm(slug), kind: 'abbreviation' }],
		),
	].sort((a, b) => a.title.localeCompare(b.title, 'en', { sensitivity: 'base' }));
	const byLetter = Map.groupBy(names, ({ title }) => getLetter(title));
	return {
		letters: [...byLetter].map(([letter, members]) => ({
			letter,
			id: `letter-${letter === '0–9' ? 'digits' : letter.toLowerCase()}`,
			names: members,
		})),
		codes: topics.map(({ slug, title }) => ({
			topic: title,
			rules: shown.flatMap(({ code, title: name, url, topic }) =>
				code !== undefined && topic === slug ? [{ code, title: name, url }] : [],
			),
		})),
		count: names.length,
	};
}

function getLetter(title: string): string {
	const first = title.normalize('NFD').charAt(0).toUpperCase();
	return /[A-Z]/.test(first) ? first : '0–9';
}
