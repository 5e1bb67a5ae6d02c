import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { urlOfPicture, urlOfTwin } from './urls.ts';

/** Pages that have no twin: they hold no content of their own, or a further part of another page. */
const without = /^\/(404|search|review)|\/\d+\/$/;

/** The page of one rule. */
const rulePage = /^\/rules\/([a-z]+-\d{3})\/$/;

/** Names in a page's head its Markdown twin, for programs, and the picture that a link unfolds to. */
export const onRequest = defineRouteMiddleware(({ url, site, locals }) => {
	const { head } = locals.starlightRoute;
	const [, code] = rulePage.exec(url.pathname) ?? [];
	if (code !== undefined) {
		for (const { property, content } of getPictureTags(code, site)) {
			head.push({ tag: 'meta', attrs: { property, content }, content: '' });
		}
	}
	if (without.test(url.pathname)) return;
	head.push({
		tag: 'link',
		attrs: { rel: 'alternate', type: 'text/markdown', href: urlOfTwin(url.pathname) },
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
