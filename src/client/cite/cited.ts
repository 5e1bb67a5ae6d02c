import { type Cited, getCitedUrl } from '../../review/citation.ts';
import { getSiteUrl } from '../base.ts';

/** What an attribute `data-cited` says: a rule, or a thing that is no rule and has a title alone. */
export interface CitedThing {
	code?: string;
	title: string;
	level?: string;
	statement: string;
	url: string;
	revision?: number;
}

/** Returns what is cited; `part` is a section of its page. */
export function toCited(thing: CitedThing, part?: { title: string; id: string }): Cited {
	const { code, title, level, statement, url, revision } = thing;
	const name = code === undefined ? title : `${code} ${title}`;
	return {
		name: part ? `${name}, ${part.title}` : name,
		level,
		statement,
		url:
			revision === undefined
				? new URL(url, getSiteUrl()).href
				: getCitedUrl(getSiteUrl(), url, revision, part?.id),
	};
}
