/** The ways into the site, as the head of each page names them. */
export const sections = [
	{ title: 'Topics', url: '/topics/' },
	{ title: 'Rules', url: '/rules/' },
	{ title: 'Checklists', url: '/checklists/' },
	{ title: 'Review', url: '/review/' },
	{ title: 'Decisions', url: '/decisions/' },
	{ title: 'Designs', url: '/designs/' },
	{ title: 'Guide', url: '/guide/' },
] as const;

/** Everything, by what a reader is after: in the menu and at the foot of each page. */
export const siteMap = [
	{
		title: 'Rules',
		links: [
			{ title: 'Topics', url: '/topics/' },
			{ title: 'All rules', url: '/rules/' },
			{ title: 'Checklists', url: '/checklists/' },
			{ title: 'Review', url: '/review/' },
			{ title: 'Changes', url: '/changes/' },
		],
	},
	{
		title: 'Design',
		links: [
			{ title: 'Decision guides', url: '/decisions/' },
			{ title: 'Patterns', url: '/patterns/' },
			{ title: 'Worked designs', url: '/designs/' },
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
			{ title: 'Guide', url: '/guide/' },
			{ title: 'How to cite', url: '/guide/cite/' },
			{ title: 'Everything, A to Z', url: '/search/#a-z' },
			{ title: 'Data for programs', url: '/guide/data/' },
			{ title: 'Add your documents', url: '/guide/add-documents/' },
			{ title: 'Read offline', url: '/offline/' },
		],
	},
] as const;
