import { getReleaseViews, type ReleaseView } from '../changes.ts';
import { getSiteModel, type SiteModel } from '../model.ts';
import { getSnippetsView, type SnippetsView } from '../snippets.ts';
import { getStandardViews, type StandardView } from '../standards.ts';
import { urlOfStandard, urlOfTwin } from '../urls.ts';
import { formatList, formatSection, joinBlocks, type Twin } from './markdown.ts';

/** Returns the twins of the standards, the glossary, the changes, the coverage, and the snippets. */
export async function getPageTwins(): Promise<Twin[]> {
	const model = await getSiteModel();
	const standards = await getStandardViews();
	return [
		{ url: '/standards.md', text: formatStandards(standards) },
		...standards.map((standard) => ({
			url: urlOfTwin(urlOfStandard(standard.name)),
			text: formatStandard(standard),
		})),
		{ url: '/glossary.md', text: formatGlossary(model) },
		{ url: '/changes.md', text: formatChanges(await getReleaseViews()) },
		{ url: '/coverage.md', text: formatCoverage(model) },
		{ url: '/snippets.md', text: formatSnippets(await getSnippetsView()) },
	];
}

function formatSnippets({ checked, count, checks, reasons }: SnippetsView): string {
	return joinBlocks(
		'# Snippets',
		`${checked} of ${count} code blocks and diagrams were checked before the site was built.`,
		formatList(
			checks.map(
				({ name, title, tool, count: number }) => `${name}: ${number} (${title}, ${tool})`,
			),
		),
		formatSection(
			'## Shown without a check',
			formatList(
				reasons.map(({ language, reason, count: number }) => `${language}: ${number} (${reason})`),
			),
		),
	);
}

function formatStandards(standards: StandardView[]): string {
	const links = standards.map(
		({ name, title, counts }) => `[${title}](${urlOfTwin(urlOfStandard(name))}): ${counts}`,
	);
	return joinBlocks('# Standards', formatList(links));
}

function formatStandard({ title, text, counts, groups }: StandardView): string {
	const sections = groups.map((group) =>
		formatSection(
			group.title && `## ${group.title}`,
			formatList(
				group.lines.map(
					({ id, title: gist, rules }) =>
						`${id} ${gist}: ${rules.map(({ code }) => code).join(', ') || 'no rule yet'}`,
				),
			),
		),
	);
	return joinBlocks(`# ${title}`, text, counts, ...sections);
}

function formatGlossary({ terms }: SiteModel): string {
	return joinBlocks('# Glossary', ...terms.map(({ term, text }) => `## ${term}\n\n${text}`));
}

function formatChanges(releases: ReleaseView[]): string {
	const sections = releases.map(({ version, date, changes }) =>
		formatSection(
			`## ${version}${date ? ` (${date})` : ''}`,
			formatList(
				changes.map(({ code, title, class: name, note }) => `${code} ${title} (${name}): ${note}`),
			),
		),
	);
	return joinBlocks('# Changes', ...sections);
}

function formatCoverage({ topics, documents }: SiteModel): string {
	const rows = topics.map(({ slug, title }) => {
		const counts = documents.map(
			(document) =>
				`${document.title} ${document.statements.filter(({ topic }) => topic === slug).length}`,
		);
		return `${title}: ${counts.join(', ')}`;
	});
	return joinBlocks('# Coverage', formatList(rows));
}
