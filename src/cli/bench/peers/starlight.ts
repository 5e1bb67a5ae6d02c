import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../collections/content.ts';
import type { Peer } from './types.ts';

const config = [
	"import starlight from '@astrojs/starlight';",
	"import { defineConfig, passthroughImageService } from 'astro/config';",
	'',
	'export default defineConfig({',
	'\timage: { service: passthroughImageService() },',
	"\tintegrations: [starlight({ title: 'Documents' })],",
	'});',
].join('\n');

const collections = [
	"import { docsLoader } from '@astrojs/starlight/loaders';",
	"import { docsSchema } from '@astrojs/starlight/schema';",
	"import { defineCollection } from 'astro:content';",
	'',
	'export const collections = {',
	'\tdocs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),',
	'};',
].join('\n');

const home = '---\ntitle: Documents\n---\n\nAll documents are in the sidebar.\n';

/** Starlight as it comes, in the versions that this site is built with. */
export function makeStarlightPeer(): Peer {
	const manifest = readFileSync(join(root, 'package.json'), 'utf8');
	const { dependencies } = JSON.parse(manifest) as {
		dependencies: Partial<Record<'@astrojs/starlight' | 'astro', string>>;
	};
	const { '@astrojs/starlight': starlight, astro } = dependencies;
	if (starlight === undefined || astro === undefined) {
		throw new Error('Unexpected package.json without Astro and Starlight, expected both.');
	}
	return {
		name: `Starlight ${starlight}`,
		packages: { '@astrojs/starlight': starlight, astro },
		documents: 'src/content/docs',
		makeFiles: () => ({
			'astro.config.mjs': config,
			'src/content.config.ts': collections,
			'src/content/docs/index.md': home,
		}),
		build: ['astro', 'build'],
		dist: 'dist',
		getPath: (document) => `/${document}/`,
		search: {
			open: 'button[data-open-modal]',
			input: '.pagefind-ui__search-input',
			result: '.pagefind-ui__result',
		},
	};
}
