/** The guide as its sidebar lists it: groups by what a reader does, pages by their name in the address. */
export const guideGroups = [
	{ title: 'Use it', pages: ['', 'cite', 'rules', 'review', 'search', 'agents', 'offline'] },
	{ title: 'Connect it', pages: ['data', 'embed', 'lint-codes'] },
	{
		title: 'Add to it',
		pages: [
			'add-documents',
			'sorting',
			'write-rules',
			'packs',
			'write-articles',
			'report',
			'findings',
		],
	},
	{
		title: 'Run it',
		pages: ['host', 'keep-current', 'permanence', 'architecture', 'speed'],
	},
] as const;

/** Returns the address of a page of the guide by its name. */
export function urlOfGuide(name: string): string {
	return name === '' ? '/guide/' : `/guide/${name}/`;
}
