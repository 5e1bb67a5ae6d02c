import type { Reference } from '../rules/model.ts';
import { standardTitles } from './standard-titles.ts';
import { urlOfStandard } from './urls.ts';

/** What is cited of one standard. */
export interface ReferenceGroup {
	title: string;
	/** The page of the standard. */
	url: string;
	items: { name: string; title: string; url: string }[];
}

/** Returns references by standard, in the order of standards. */
export function groupReferences(references: Reference[]): ReferenceGroup[] {
	return Object.entries(standardTitles).flatMap(([standard, title]) => {
		// Ids of our own lists mean nothing to a reader; those of standards do.
		const isOwnId = standard === 'spec' || standard === 'docs';
		const items = references
			.filter((reference) => reference.standard === standard)
			.map(({ id, title: text, url }) => ({
				name: isOwnId ? text : id,
				title: isOwnId ? '' : text,
				url,
			}));
		return items.length === 0 ? [] : [{ title, url: urlOfStandard(standard), items }];
	});
}
