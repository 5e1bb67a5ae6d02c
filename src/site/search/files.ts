import { createHash } from 'node:crypto';
import { getSiteModel, type SiteModel } from '../model.ts';
import { getSearchIndex, getStandardIds } from './records.ts';

/** A file that the search fetches. */
export interface SearchFile {
	/** The digest of the text is part of it: a browser may keep the file for good. */
	name: string;
	url: string;
	text: string;
}

let kept: { model: SiteModel; files: Promise<Record<'index' | 'ids', SearchFile>> } | undefined;

/** Returns the files of the search: the names of everything, and the ids of standards. */
export async function getSearchFiles(): Promise<Record<'index' | 'ids', SearchFile>> {
	const model = await getSiteModel();
	if (kept?.model !== model) kept = { model, files: makeFiles() };
	return kept.files;
}

async function makeFiles(): Promise<Record<'index' | 'ids', SearchFile>> {
	return {
		index: makeFile('index', await getSearchIndex()),
		ids: makeFile('ids', await getStandardIds()),
	};
}

function makeFile(kind: string, content: object): SearchFile {
	const text = JSON.stringify(content);
	const digest = createHash('sha256').update(text).digest('hex').slice(0, 10);
	const name = `${kind}.${digest}`;
	return { name, url: `/search/${name}.json`, text };
}
