import type { Level } from '../rules/model.ts';

/** What a result can be, as a reader says it. */
export const recordKinds = {
	rule: 'Rule',
	term: 'Term',
	topic: 'Topic',
	pack: 'Checklist',
	decision: 'Decision guide',
	pattern: 'Pattern',
	design: 'Worked design',
	playbook: 'Playbook',
	template: 'Template',
	role: 'Role',
	technology: 'Technology',
	standard: 'Standard',
	guide: 'Guide',
	page: 'Page',
	source: 'Source document',
} as const;

export type RecordKind = keyof typeof recordKinds;

/** One thing that a reader can look for by a name. */
export interface SearchRecord {
	kind: RecordKind;
	/** Path on the site, with its fragment. */
	url: string;
	title: string;
	/** Permanent code of a rule. */
	code?: string;
	/** One sentence: a rule's statement, the beginning of a definition, a summary. */
	text: string;
	/** Other names: they count as much as the title. */
	aliases?: string[];
	/** What readers say who have no name for it. */
	symptoms?: string[];
	/** Slug. */
	topic?: string;
	level?: Level;
	/** "MUST NOT" for what is forbidden; left out where it is the level. */
	levelName?: string;
	revision?: number;
	/** Slugs. */
	technologies?: string[];
	/** Ids of the documents that state it. */
	sources?: string[];
	/** Found by its code alone. */
	isWithdrawn?: true;
}

/** An id of a standard, with the line of the standard's page that shows it. */
export interface StandardId {
	/** Title of the standard. */
	standard: string;
	/** "API1:2023", "CWE-639", "RFC 9457" */
	id: string;
	title: string;
	url: string;
	/** Codes of the rules that answer it. */
	rules: string[];
}

/** What a search by names is made of; served as JSON and fetched when a reader begins to search. */
export interface SearchIndex {
	records: SearchRecord[];
	/** Words that readers use for one another. */
	thesaurus: string[][];
	topics: { slug: string; title: string; prefix: string; url: string }[];
}
