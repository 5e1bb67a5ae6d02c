import type { APIContext, GetStaticPaths } from 'astro';
import { getPictureTags } from '../../../site/route-data.ts';
import { getShortLinks, type RuleLink } from '../../../site/rules/links.ts';

export const getStaticPaths = (async () => {
	const links = await getShortLinks();
	return links.map(({ name, rule }) => ({ params: { code: name }, props: { rule } }));
}) satisfies GetStaticPaths;

/**
 * The short address of a rule: leads to its page, and unfurls by itself. The script is the same on all of them,
 * and keeps revision and fragment, which a refresh cannot.
 */
export function GET({ props: { rule }, site }: APIContext<{ rule: RuleLink }>): Response {
	const title = escape(`${rule.code}: ${rule.title}`);
	const description = escape(rule.statement);
	const pictures = getPictureTags(rule.code.toLowerCase(), site).map(
		({ property, content }) => `<meta property="${property}" content="${escape(content)}">`,
	);
	const canonical = site ? new URL(rule.url, site).href : rule.url;
	const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="description" content="${description}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
${pictures.join('\n')}
<meta name="twitter:card" content="summary_large_image">
<meta name="robots" content="noindex">
<link rel="canonical" href="${canonical}">
<meta http-equiv="refresh" content="0; url=${rule.url}">
</head>
<body><p><a href="${rule.url}">${title}</a></p>
<script>location.replace(document.links[0].href + location.search + location.hash)</script></body>
</html>
`;
	return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

function escape(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
