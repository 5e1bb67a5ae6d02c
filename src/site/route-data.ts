import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { urlOfTwin } from './urls.ts';

/** Pages that have no twin: they hold no content of their own, or a further part of another page. */
const without = /^\/(404|search)|\/\d+\/$/;

/** Names the Markdown twin of a page in its head, for programs. */
export const onRequest = defineRouteMiddleware(({ url, locals }) => {
	if (without.test(url.pathname)) return;
	locals.starlightRoute.head.push({
		tag: 'link',
		attrs: { rel: 'alternate', type: 'text/markdown', href: urlOfTwin(url.pathname) },
		content: '',
	});
});
