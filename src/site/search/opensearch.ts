import { localOrigin } from '../../relocate/address.ts';

/**
 * Returns the OpenSearch description (1.1, draft 6) by which a browser can search the site from its address bar.
 * `site` is the site's own address, without a path. An address bar needs a whole address: without `site`, it
 * is the one to try it at.
 */
export function makeOpenSearch(site: string | undefined): string {
	const base = (site ?? localOrigin).replace(/\/$/, '');
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
		'<ShortName>Plumbline</ShortName>',
		'<Description>Backend architecture guidance: rules, terms, and sources</Description>',
		'<InputEncoding>UTF-8</InputEncoding>',
		`<Image width="16" height="16" type="image/svg+xml">${base}/favicon.svg</Image>`,
		`<Url type="text/html" template="${base}/search/?q={searchTerms}"/>`,
		`<Url type="application/opensearchdescription+xml" rel="self" template="${base}/opensearch.xml"/>`,
		'</OpenSearchDescription>',
		'',
	].join('\n');
}
