import type { Peer } from './types.ts';

const version = '1.6.4';

/** VitePress with its own search, and a sidebar that lists the documents, as Starlight makes one by itself. */
export function makeVitePressPeer(): Peer {
	return {
		name: `VitePress ${version}`,
		packages: { vitepress: version },
		documents: '.',
		makeFiles: (documents) => ({
			'.vitepress/config.mjs': makeConfig(documents),
			'index.md': '# Documents\n\nAll documents are in the sidebar.\n',
		}),
		build: ['vitepress', 'build'],
		dist: '.vitepress/dist',
		getPath: (document) => `/${document}.html`,
		search: { open: '.DocSearch-Button', input: '.search-input', result: '.result' },
	};
}

function makeConfig(documents: string[]): string {
	const sidebar = documents.map((name) => ({ text: name, link: `/${name}` }));
	const config = {
		title: 'Documents',
		ignoreDeadLinks: true,
		themeConfig: { search: { provider: 'local' }, sidebar },
	};
	return `export default ${JSON.stringify(config)};\n`;
}
