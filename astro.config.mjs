// @ts-check
import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';
import { contentRoot } from './src/collections/content.ts';
import { makeMarkdownProcessor } from './src/collections/rule-links.ts';
import { makeSidebar } from './src/site/sidebar.ts';

export default defineConfig({
	...(process.env['SITE_URL'] && { site: process.env['SITE_URL'] }),
	outDir: process.env['OUT_DIR'] ?? './dist',
	...(process.env['CACHE_DIR'] && { cacheDir: process.env['CACHE_DIR'] }),
	trailingSlash: 'always',
	markdown: { processor: await makeMarkdownProcessor() },
	image: { service: passthroughImageService() },
	integrations: [
		starlight({
			title: 'Plumbline',
			description: 'Backend architecture guidance that can be cited in a design review.',
			favicon: '/favicon.svg',
			disable404Route: true,
			// Astro inlines small styles before the stylesheet: the order of layers must be said before both.
			head: [
				{ tag: 'style', content: '@layer starlight, site;' },
				{
					tag: 'link',
					attrs: {
						rel: 'search',
						type: 'application/opensearchdescription+xml',
						title: 'Plumbline',
						href: '/opensearch.xml',
					},
				},
			],
			customCss: ['./src/styles/site.css', './src/styles/code.css', './src/styles/diagrams.css'],
			components: {
				Footer: './src/components/starlight/Footer.astro',
				Search: './src/components/starlight/Search.astro',
				SiteTitle: './src/components/starlight/SiteTitle.astro',
			},
			markdown: { processedDirs: [`${contentRoot}/content/guide/`] },
			// Long lines wrap: a block that scrolls would need the keyboard before its script has run.
			expressiveCode: { defaultProps: { wrap: true } },
			routeMiddleware: './src/site/route-data.ts',
			sidebar: await makeSidebar(),
		}),
	],
});
