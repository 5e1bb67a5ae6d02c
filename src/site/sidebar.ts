import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { articleKinds } from '../articles/model.ts';
import { readTerminology } from '../collections/content.ts';

/** Kinds of article that have a list; technologies stand on the map of all. */
const articleLists = Object.values(articleKinds).filter(({ path }) => path !== 'technologies');

/** Returns the sidebar: the ways into the site, then its topics. Documents and rules are never listed here. */
export async function makeSidebar(): Promise<NonNullable<StarlightUserConfig['sidebar']>> {
	const { topics } = await readTerminology();
	return [
		{
			label: 'Rules',
			items: [
				{ label: 'All rules', link: '/rules/' },
				{ label: 'Checklists', link: '/checklists/' },
				{ label: 'Review', link: '/review/' },
				{ label: 'Standards', link: '/standards/' },
				{ label: 'Changes', link: '/changes/' },
			],
		},
		{
			label: 'Design',
			items: [
				...articleLists.map(({ plural, path }) => ({ label: plural, link: `/${path}/` })),
				{ label: 'Technologies', link: '/technologies/' },
			],
		},
		{
			label: 'Topics',
			items: [
				{ label: 'All topics', link: '/topics/' },
				...topics.map(({ slug, data }) => ({ label: data.title, link: `/topics/${slug}/` })),
			],
		},
		{
			label: 'Sources',
			items: [
				{ label: 'Documents', link: '/sources/' },
				{ label: 'Coverage', link: '/coverage/' },
				{ label: 'Glossary', link: '/glossary/' },
				{ label: 'Snippets', link: '/snippets/' },
			],
		},
		{
			label: 'Guide',
			items: [
				{ label: 'Start here', link: '/guide/' },
				{ label: 'How to cite', link: '/guide/cite/' },
				{ label: 'How to read a rule', link: '/guide/rules/' },
				{ label: 'Hold a review', link: '/guide/review/' },
				{ label: 'Search', link: '/guide/search/' },
				{ label: 'Write and change rules', link: '/guide/write-rules/' },
				{ label: 'Write a review pack', link: '/guide/packs/' },
				{ label: 'Write articles', link: '/guide/write-articles/' },
				{ label: 'Agent files', link: '/guide/agents/' },
				{ label: 'Permanence', link: '/guide/permanence/' },
				{ label: 'Data for programs', link: '/guide/data/' },
				{ label: 'Add your documents', link: '/guide/add-documents/' },
				{ label: 'How sorting works', link: '/guide/sorting/' },
				{ label: 'Report and commands', link: '/guide/report/' },
				{ label: 'Findings', link: '/guide/findings/' },
				{ label: 'Speed', link: '/guide/speed/' },
			],
		},
	];
}
