import type { SearchIndex, SearchRecord } from './model.ts';

/** For tests: a rule's record that is right, with what a test changes. */
export function makeRecord(change: Partial<SearchRecord> = {}): SearchRecord {
	const { code = 'SEC-001' } = change;
	return {
		kind: 'rule',
		url: `/rules/${code.toLowerCase()}/`,
		code,
		title: 'Validate every input',
		text: 'Every endpoint MUST check its input.',
		topic: 'security',
		level: 'MUST',
		revision: 1,
		...change,
	};
}

/** For tests: an index of some records, with two topics. */
export function makeIndex(records: SearchRecord[], thesaurus: string[][] = []): SearchIndex {
	return {
		records,
		thesaurus,
		topics: [
			{ slug: 'security', title: 'Security', prefix: 'SEC', url: '/topics/security/' },
			{ slug: 'api', title: 'API design', prefix: 'API', url: '/topics/api/' },
		],
	};
}
