import { fileURLToPath } from 'node:url';

/** Components of Starlight that the site draws itself. */
const own = [
	'ContentPanel',
	'Footer',
	'Header',
	'MarkdownContent',
	'PageFrame',
	'PageSidebar',
	'PageTitle',
	'Search',
	'Sidebar',
	'SiteTitle',
	'SkipLink',
	'ThemeProvider',
	'TwoColumnContent',
];

/** Those that no page of this site has: their styles and scripts would be fetched for nothing. */
const none = [
	'Banner',
	'DraftContentNotice',
	'EditLink',
	'FallbackContentNotice',
	'Hero',
	'LanguageSelect',
	'LastUpdated',
	'MobileMenuFooter',
	'MobileMenuToggle',
	'MobileTableOfContents',
	'Pagination',
	'SocialIcons',
	'TableOfContents',
	'ThemeSelect',
];

/** What stands in the place of Starlight's components. */
export const components = Object.fromEntries([
	...own.map((name) => [name, `./src/components/starlight/${name}.astro`]),
	...none.map((name) => [name, './src/components/starlight/None.astro']),
]) as Record<string, string>;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Parts of Starlight's page that cannot be overridden: the script that keeps its sidebar, its styles for print,
 * and its tokens with the notes that are colored by them. The site's own take their places, so that each page has
 * one script and one style sheet for the screen.
 */
export const aliases = [
	{ find: /^.*components-internals\/SidebarPersistState$/, replacement: here('./client/site.ts') },
	{ find: /^\.\.\/style\/(props|asides)\.css$/, replacement: here('./styles/tokens.css') },
	{
		find: /^\.\.\/style\/print\.css\?url&no-inline$/,
		replacement: `${here('./styles/print.css')}?url&no-inline`,
	},
];
