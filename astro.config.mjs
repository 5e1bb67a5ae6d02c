// @ts-check
import { resolve } from 'node:path';
import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';
import { contentRoot } from './src/collections/content.ts';
import { makeMarkdownProcessor } from './src/collections/guide-markdown.ts';
import { writeFonts } from './src/fonts/subset.ts';
import { aliases, components } from './src/starlight-parts.ts';

const cacheDir = process.env['CACHE_DIR'] ?? './node_modules/.astro';
const fonts = await writeFonts(resolve(import.meta.dirname, cacheDir, 'fonts'));

export default defineConfig({
	...(process.env['SITE_URL'] && { site: process.env['SITE_URL'] }),
	outDir: process.env['OUT_DIR'] ?? './dist',
	cacheDir,
	trailingSlash: 'always',
	markdown: { processor: await makeMarkdownProcessor(), syntaxHighlight: false },
	image: { service: passthroughImageService() },
	// Pages fetch nothing but themselves: no page ahead of a click.
	prefetch: false,
	build: { inlineStylesheets: 'never' },
	vite: {
		resolve: { alias: [{ find: '@fonts', replacement: fonts }, ...aliases] },
		build: {
			// The Content-Security-Policy allows scripts and styles in files only.
			assetsInlineLimit: 0,
			cssCodeSplit: false,
			// Nothing is fetched ahead: a page has one script, and what it loads later it loads alone.
			modulePreload: false,
			cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
		},
		// Scripts find one another wherever the site is: a base path is put in after the build.
		experimental: {
			renderBuiltUrl: (_, { hostType, ssr }) =>
				hostType === 'js' && !ssr ? { relative: true } : undefined,
		},
	},
	integrations: [
		starlight({
			title: 'Plumbline',
			description: 'Backend architecture guidance that can be cited in a design review.',
			favicon: '/favicon.svg',
			disable404Route: true,
			head: [
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
			customCss: ['tokens', 'text', 'site', 'code', 'diagrams'].map(
				(name) => `./src/styles/${name}.css`,
			),
			components,
			// The build writes the index once Astro has ended: src/cli/build-site.ts.
			pagefind: false,
			markdown: { processedDirs: [`${contentRoot}/content/guide/`] },
			expressiveCode: false,
			routeMiddleware: './src/site/route-data.ts',
			// The sidebar follows the page: src/site/navigation.
			sidebar: [],
		}),
	],
});
