/** What is cited: a rule, a section of its page, or a statement of a source. */
export interface Cited {
	/** "SEC-014 Rate-limit authentication endpoints" */
	name: string;
	/** "MUST", "MUST NOT", "SHOULD" …; undefined for what is no rule. */
	level: string | undefined;
	statement: string;
	/** Absolute; of a rule with its revision. */
	url: string;
}

/** The ways in which something goes into a review, in the order in which they are offered. */
export const citationForms = {
	link: 'Markdown link',
	comment: 'PR comment',
	chat: 'Chat line',
	task: 'Task row',
	url: 'Address',
} as const;

export type CitationForm = keyof typeof citationForms;

/** Returns the text of a citation in a form. Markdown forms are escaped; a chat line is plain. */
export function formatCitation(cited: Cited, form: CitationForm): string {
	return writers[form](cited);
}

const writers: Record<CitationForm, (cited: Cited) => string> = {
	link: formatLink,
	comment: formatComment,
	chat: ({ name, level, statement, url }) =>
		joinWords(`${name}${level ? ` (${level})` : ''}${statement ? ':' : ''}`, statement, url),
	task: (cited) => `- [ ] ${formatLink(cited)}`,
	url: ({ url }) => url,
};

function formatLink({ name, level, statement, url }: Cited): string {
	const tail = `${level ? ` (${level})` : ''}${statement ? `: ${escapeMarkup(statement)}` : ''}`;
	return `[${escapeMarkup(name)}](${url})${tail}`;
}

/** Label, decoration, subject and discussion as Conventional Comments has them. */
function formatComment({ name, level, statement, url }: Cited): string {
	const discussion = joinWords(level ? `${level}:` : '', escapeMarkup(statement));
	return `${getLabel(level)}: ${escapeMarkup(name)}\n\n${discussion ? `${discussion}\n` : ''}${url}`;
}

function getLabel(level: string | undefined): string {
	if (level === undefined) return 'note';
	return level.startsWith('MUST') ? 'issue (blocking)' : 'suggestion';
}

function joinWords(...words: string[]): string {
	return words.filter((word) => word !== '').join(' ');
}

/** Text as Markdown shows it: no markup, nobody is called, and addresses stay whole. */
function escapeMarkup(text: string): string {
	return text
		.split(/(https?:\/\/\S+)/)
		.map((part, i) => (i % 2 === 1 ? part : part.replace(/[\\`*_[\]<>|~&]/g, '\\$&')))
		.join('')
		.replace(/(?<![\w/])@(?=\w)/g, '@&#8203;');
}

/** Returns the path of the page of a rule that this site may not know, from the home page of the site. */
export function getRulePath(code: string): string {
	return `rules/${code.toLowerCase()}/`;
}

/**
 * Returns the address of a rule with its revision. `url` is resolved against `home`, the address of the home
 * page; without one it stays as it is. `hash` is a place on the rule's page.
 */
export function getCitedUrl(home: string, url: string, revision: number, hash = ''): string {
	const address = home === '' ? url : new URL(url, home).href;
	return `${address}?rev=${revision}${hash === '' ? '' : `#${hash}`}`;
}
