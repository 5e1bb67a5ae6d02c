import { getPackViews, type PackView } from '../packs.ts';
import { urlOfTwin } from '../urls.ts';
import { formatList, formatRuleLink, formatSection, joinBlocks, type Twin } from './markdown.ts';

/** Returns the twins of the checklists and of their list. */
export async function getPackTwins(): Promise<Twin[]> {
	const packs = await getPackViews();
	const links = packs.map(({ title, url, summary }) => `[${title}](${urlOfTwin(url)}): ${summary}`);
	return [
		{ url: '/checklists.md', text: joinBlocks('# Checklists', formatList(links)) },
		...packs.map((pack) => ({ url: urlOfTwin(pack.url), text: formatPack(pack) })),
	];
}

function formatPack({ title, summary, groups, text }: PackView): string {
	const sections = groups.map(({ text: damage, rows }) =>
		formatSection(
			`## ${damage}`,
			formatList(rows.map((row) => `[ ] ${formatRuleLink(row)}: ${row.statement}`)),
		),
	);
	return joinBlocks(`# Checklist: ${title}`, summary, ...sections, text);
}
