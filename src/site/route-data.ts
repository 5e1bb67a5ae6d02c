import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { getNavigation } from './navigation/get-navigation.ts';
import { findTwin } from './navigation/twins.ts';
import { urlOfPicture } from './urls.ts';

/** The page of one rule. */
const rulePage = /^\/rules\/([a-z]+-\d{3})\/$/;

/**
 * Names in a page's head its Markdown twin, for programs, and the picture that a link unfolds to. Says
 * whether the page has a sidebar.
 */
export const onRequest = defineRouteMiddleware(async ({ url, site, locals }) => {
	const { head } = locals.starlightRoute;
	const { panel } = await getNavigation(url.pathname);
	locals.starlightRoute.hasSidebar = panel.length > 0;
	const [, code] = rulePage.exec(url.pathname) ?? [];
	if (code !== undefined) {
		for (const { property, content } of getPictureTags(code, site)) {
			head.push({ tag: 'meta', attrs: { property, content }, content: '' });
		}
	}
	const twin = findTwin(url.pathname);
	if (twin === undefined) return;
	head.push({
		tag: 'link',
		attrs: { rel: 'alternate', type: 'text/markdown', href: twin },
		content: '',
	});
});

/** Returns what says which picture stands for a rule. Without the site's address it is relative. */
export function getPictureTags(
	code: string,
	site: URL | undefined,
): { property: string; content: string }[] {
	const path = urlOfPicture(code);
	return [
		{ property: 'og:image', content: site ? new URL(path, site).href : path },
		{ property: 'og:image:width', content: '1200' },
		{ property: 'og:image:height', content: '630' },
		{ property: 'og:image:alt', content: `${code.toUpperCase()}: level, title, and statement` },
	];
}
