import { getSiteModel } from './model.ts';
import { type Indexed, makeIndexed } from './search/indexed.ts';
import { urlOfTerm, urlOfTopic } from './urls.ts';

export interface TermView {
	slug: string;
	term: string;
	/** Abbreviation and other names, in one line. */
	names: string;
	html: string;
	topic: { title: string; url: string };
	see: { title: string; url: string }[];
}

export interface GlossaryView {
	/** What the text search knows of it beside its words. */
	indexed: Indexed;
	letters: { letter: string; id: string; terms: TermView[] }[];
	count: number;
}

/** Returns the glossary by first letter. */
export async function getGlossaryView(): Promise<GlossaryView> {
	const { terms, topics } = await getSiteModel();
	const views = terms.map((term): TermView => ({
		slug: term.slug,
		term: term.term,
		names: [term.abbreviation, ...term.aliases].filter(Boolean).join(', '),
		html: term.html,
		topic: {
			title: topics.find(({ slug }) => slug === term.topic)?.title ?? term.topic,
			url: urlOfTopic(term.topic),
		},
		see: term.see.map((slug) => ({
			title: terms.find((other) => other.slug === slug)?.term ?? slug,
			url: urlOfTerm(slug),
		})),
	}));
	const byLetter = Map.groupBy(views, ({ term }) => term.charAt(0).toUpperCase());
	return {
		indexed: makeIndexed({ kind: 'term' }),
		letters: [...byLetter].map(([letter, members]) => ({
			letter,
			id: `letter-${letter.toLowerCase()}`,
			terms: members,
		})),
		count: views.length,
	};
}
