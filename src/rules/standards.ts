import { type Reference, type ReferenceKey, type StandardName, standardNames } from './model.ts';

/** An id of a standard. */
export interface StandardEntry {
	id: string;
	title: string;
	url: string;
	/** Chapter and section; undefined where the standard has none. */
	group?: string;
	/** ASVS: the lowest level that demands it, 1 to 3. */
	level?: string;
	/** CWE: place in the Top 25 of 2025. */
	rank?: number;
	/** RFC: the number that replaced it. */
	obsoletedBy?: string;
}

/** The ids of every standard, in the order of their lists; sections of RFCs stand beside their RFC. */
export type Standards = Record<StandardName, ReadonlyMap<string, StandardEntry>>;

/** Where the ids of a standard can be looked up. */
const pages: Partial<Record<StandardName, (row: Record<string, string>) => string>> = {
	asvs: ({ group = '' }) => {
		const chapter = /^V(\d+) (.*?) \//.exec(group);
		const name = (chapter?.[2] ?? '').replace(/[^A-Za-z]+/g, '-');
		const number = Number(chapter?.[1] ?? 0) + 9;
		return `https://github.com/OWASP/ASVS/blob/v5.0.0_release/5.0/en/0x${number}-V${chapter?.[1] ?? ''}-${name}.md`;
	},
	cwe: ({ id = '' }) => `https://cwe.mitre.org/data/definitions/${id.replace('CWE-', '')}.html`,
	rfc: ({ id = '' }) => {
		const [, number = '', section] = /^RFC (\d+)(?: §(.+))?$/.exec(id) ?? [];
		const anchor = section && `#${/^\d/.test(section) ? 'section' : 'appendix'}-${section}`;
		return `https://www.rfc-editor.org/rfc/rfc${number}${anchor ?? ''}`;
	},
};

/**
 * Makes the lists of ids out of the tab-separated texts of `content/standards`, by name of standard.
 * Fails for a text without the columns `id` and `title`: the lists are part of the project.
 */
export function makeStandards(texts: Record<StandardName, string>): Standards {
	const make = (name: StandardName): ReadonlyMap<string, StandardEntry> =>
		new Map(
			parseTable(texts[name], name).map((row) => {
				const { id = '', title = '', url, group, level, rank, obsoletedBy } = row;
				return [
					id,
					{
						id,
						title,
						url: url ?? pages[name]?.(row) ?? '',
						...(group && { group }),
						...(level && { level }),
						...(rank && { rank: Number(rank) }),
						...(obsoletedBy && { obsoletedBy }),
					},
				];
			}),
		);
	return Object.fromEntries(standardNames.map((name) => [name, make(name)])) as Standards;
}

function parseTable(text: string, name: string): Record<string, string>[] {
	const [head = '', ...lines] = text.trimEnd().split('\n');
	const columns = head.split('\t');
	if (!columns.includes('id') || !columns.includes('title')) {
		throw new Error(`content/standards/${name}.tsv: expected the columns id and title`);
	}
	return lines.map((line) => {
		const values = line.split('\t');
		return Object.fromEntries(columns.map((column, i) => [column, values[i] ?? '']));
	});
}

/** Returns the reference with title and URL, or why there is none. */
export function resolveReference(
	{ standard, id }: ReferenceKey,
	standards: Standards,
): Reference | { expected: string } {
	const entry = standards[standard].get(id);
	if (!entry) return { expected: `an id of content/standards/${standard}.tsv` };
	if (entry.obsoletedBy) return { expected: `RFC ${entry.obsoletedBy}, which replaced it` };
	return { standard, id, title: getTitle(entry, standards), url: entry.url };
}

/** The title of a section begins with that of its RFC. */
function getTitle({ id, title }: StandardEntry, standards: Standards): string {
	const [, rfc] = /^(RFC \d+) §/.exec(id) ?? [];
	const whole = rfc === undefined ? undefined : standards.rfc.get(rfc);
	return whole ? `${whole.title}: ${title}` : title;
}
