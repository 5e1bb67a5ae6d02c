/** Pages of the guide as its sidebar lists them: to read, to write, to run. */
export const guideOrder = [
	'',
	'cite',
	'rules',
	'review',
	'search',
	'write-rules',
	'packs',
	'write-articles',
	'agents',
	'permanence',
	'data',
	'add-documents',
	'sorting',
	'report',
	'findings',
	'speed',
] as const;
