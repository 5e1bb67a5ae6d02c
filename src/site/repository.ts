import type { Place } from './navigation/places.ts';

/** Where the site's files are kept. */
export interface Repository {
	/** Its address, on a host that has GitHub's paths. */
	url: string;
	branch: string;
}

/** Returns the repository that `REPOSITORY_URL` and `REPOSITORY_BRANCH` name; undefined without the first. */
export function readRepository(env: {
	REPOSITORY_URL?: string | undefined;
	REPOSITORY_BRANCH?: string | undefined;
}): Repository | undefined {
	const url = env.REPOSITORY_URL?.replace(/\/+$/, '');
	return url ? { url, branch: env.REPOSITORY_BRANCH ?? 'main' } : undefined;
}

/** Returns where a page's file is edited; undefined for a page that is written in no file of its own. */
export function urlOfEdit({ url, branch }: Repository, { file }: Place): string | undefined {
	return file && `${url}/edit/${branch}/${file}`;
}

/** Returns the form for a wrong page, filled in with what the page is. Its fields: `.github/ISSUE_TEMPLATE`. */
export function urlOfReport(repository: Repository, { code, revision, url }: Place): string {
	const form = new URLSearchParams({
		template: code === undefined ? 'wrong-page.yml' : 'wrong-rule.yml',
		title: `${code ?? url}: `,
		...(code === undefined ? { page: url } : { code, revision: String(revision ?? 1) }),
	});
	return `${repository.url}/issues/new?${form.toString()}`;
}
