interface SitePlace {
	title: string;
	url: string;
	/** Its title in the head of each page, if it stands there, too. */
	inHead?: string;
}

/** Everything, by what a reader is after: in the menu and at the foot of each page. */
export const siteMap: readonly { title: string; links: readonly SitePlace[] }[] = [
	{
		title: 'Rules',
		links: [
			{ title: 'Topics', inHead: 'Topics', url: '/topics/' },
			{ title: 'All rules', inHead: 'Rules', url: '/rules/' },
			{ title: 'Checklists', inHead: 'Checklists', url: '/checklists/' },
			{ title: 'Review', inHead: 'Review', url: '/review/' },
			{ title: 'Changes', url: '/changes/' },
		],
	},
	{
		title: 'Design',
		links: [
			{ title: 'Decision guides', inHead: 'Decisions', url: '/decisions/' },
			{ title: 'Patterns', url: '/patterns/' },
			{ title: 'Worked designs', inHead: 'Designs', url: '/designs/' },
			{ title: 'Playbooks', url: '/playbooks/' },
			{ title: 'Templates', url: '/templates/' },
			{ title: 'Technologies', url: '/technologies/' },
			{ title: 'Roles', url: '/roles/' },
		],
	},
	{
		title: 'Evidence',
		links: [
			{ title: 'Sources', url: '/sources/' },
			{ title: 'Coverage', url: '/coverage/' },
			{ title: 'Standards', url: '/standards/' },
			{ title: 'Snippets', url: '/snippets/' },
			{ title: 'Glossary', url: '/glossary/' },
		],
	},
	{
		title: 'Use it',
		links: [
			{ title: 'Guide', inHead: 'Guide', url: '/guide/' },
			{ title: 'How to cite', url: '/guide/cite/' },
			{ title: 'Everything, A to Z', url: '/search/#a-z' },
			{ title: 'Data for programs', url: '/guide/data/' },
			{ title: 'Add your documents', url: '/guide/add-documents/' },
			{ title: 'Read offline', url: '/offline/' },
		],
	},
];

/** The ways into the site, as the head of each page names them. */
export const sections = siteMap
	.flatMap(({ links }) => links)
	.flatMap(({ inHead, url }) => (inHead ? [{ title: inHead, url }] : []));
