import type { Place } from './navigation/places.ts';

/** Where the site's files are kept, where it is known: `REPOSITORY_URL` and `REPOSITORY_BRANCH`. */
const repository = process.env.REPOSITORY_URL?.replace(/\/+$/, '');
const branch = process.env.REPOSITORY_BRANCH ?? 'main';

/** Returns where a page's file is edited; undefined where no repository is known. */
export function urlOfEdit({ file }: Place): string | undefined {
	return repository && file ? `${repository}/edit/${branch}/${file}` : undefined;
}

/** Returns a form for a wrong page, filled in with what the page is; undefined without a repository. */
export function urlOfReport({ code, revision, url }: Place): string | undefined {
	if (!repository) return undefined;
	const form = new URLSearchParams({
		template: code === undefined ? 'wrong-page.yml' : 'wrong-rule.yml',
		title: `${code ?? url}: `,
		...(code === undefined ? { page: url } : { code, revision: String(revision ?? 1) }),
	});
	return `${repository}/issues/new?${form.toString()}`;
}
