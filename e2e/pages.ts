/** One address for each kind of page, found by name so that tests say what they look at. */
export const pageKinds = {
	home: '/',
	rules: '/rules/',
	rule: '/rules/iam-002/',
	standards: '/standards/',
	standard: '/standards/owasp-api/',
	changes: '/changes/',
	topics: '/topics/',
	topic: '/topics/security/',
	sources: '/sources/',
	source: '/sources/staff-engineer/',
	coverage: '/coverage/',
	glossary: '/glossary/',
	search: '/search/?q=rate%20limit',
	guide: '/guide/',
	finding: '/guide/findings/raw-html/',
	missing: '/no-such-page/',
} as const;
