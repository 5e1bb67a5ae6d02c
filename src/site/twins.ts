import { isActive, partTitles, type PartName } from '../rules/model.ts';
import type { RenderedRule } from '../collections/rule-loader.ts';
import { getReleaseViews } from './changes.ts';
import { getRuleLinks, getRuleViews, type RuleLink, type RuleView } from './rules.ts';
import { getSiteModel } from './model.ts';
import { getStandardViews } from './standards.ts';
import { urlOfDocument, urlOfStatement, urlOfTopic, urlOfTwin } from './urls.ts';

/** The Markdown twin of a page: what programs and people with a text tool read. */
export interface Twin {
	/** URL of the twin, such as `/rules/sec-014.md`. */
	url: string;
	text: string;
}

/** Returns the twins of all pages that hold content, apart from the guide's, which is Markdown already. */
export async function getTwins(): Promise<Twin[]> {
	const parts = await Promise.all([
		getIndexTwins(),
		getRuleTwins(),
		getTopicTwins(),
		getSourceTwins(),
		getStandardTwins(),
		getOtherTwins(),
	]);
	return parts.flat();
}

function lines(...parts: (string | undefined)[]): string {
	return `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`;
}

function list(items: string[]): string {
	return items.map((item) => `- ${item}`).join('\n');
}

function linkRule({ code, title, url, level }: RuleLink): string {
	return `[${code}](${urlOfTwin(url)}) ${title} (${level})`;
}

async function getIndexTwins(): Promise<Twin[]> {
	const { topics, documents } = await getSiteModel();
	const rules = await getRuleLinks();
	const home = lines(
		'# Plumbline',
		`Backend architecture guidance that can be cited in a design review: ${rules.length} rules and ${documents.length} source documents in ${topics.length} topics.`,
		list([
			`[Rules](/rules.md)`,
			`[Topics](/topics.md)`,
			`[Documents](/sources.md)`,
			`[Standards](/standards.md)`,
			`[Glossary](/glossary.md)`,
			`[Changes](/changes.md)`,
		]),
	);
	const byTopic = topics.map((topic) =>
		lines(
			`## ${topic.title}`,
			list(rules.filter(({ code }) => code.startsWith(`${topic.prefix}-`)).map(linkRule)),
		),
	);
	return [
		{ url: '/index.md', text: home },
		{ url: '/rules.md', text: lines('# Rules', ...byTopic) },
		{
			url: '/topics.md',
			text: lines(
				'# Topics',
				list(
					topics.map(
						({ slug, title, summary }) => `[${title}](${urlOfTwin(urlOfTopic(slug))}): ${summary}`,
					),
				),
			),
		},
		{
			url: '/sources.md',
			text: lines(
				'# Documents',
				list(
					documents.map((document) => `[${document.title}](${urlOfTwin(urlOfDocument(document))})`),
				),
			),
		},
	];
}

async function getRuleTwins(): Promise<Twin[]> {
	const { rules } = await getSiteModel();
	const views = new Map((await getRuleViews()).map((view) => [view.code, view]));
	return rules.flatMap((rule) => {
		const view = views.get(rule.id);
		return view ? [{ url: urlOfTwin(view.url), text: formatRule(rule, view) }] : [];
	});
}

/** Returns a rule as Markdown, complete: every part, every reference, every tie. */
function formatRule(rule: RenderedRule, view: RuleView): string {
	const parts = (Object.keys(partTitles) as PartName[]).flatMap((name) => {
		const text = rule.parts[name];
		return text === undefined ? [] : [`## ${partTitles[name]}\n\n${text}`];
	});
	const { withdrawn, disagreement, count } = view;
	return lines(
		`# ${rule.id}: ${rule.title}`,
		`> ${rule.statement}`,
		list([
			`Level: ${rule.level}`,
			`Kind: ${rule.kind}`,
			`Topic: ${view.topic.title}`,
			`Revision: ${rule.revision}, reviewed ${rule.reviewed}`,
			`Stated by ${count.stated} of ${count.of} sources`,
			`Also known as: ${rule.aliases.join(', ')}`,
		]),
		withdrawn && `**Withdrawn** on ${withdrawn.date}. ${withdrawn.reason}`,
		withdrawn && list(withdrawn.successors.map(linkRule)),
		...parts,
		disagreement && `## Sources disagree\n\n${disagreement.note} ${disagreement.question}`,
		view.sources.length > 0 ? '## Sources' : undefined,
		...view.sources.map(({ title, statements }) =>
			lines(
				`### ${title}`,
				list(statements.map(({ text, url }) => `[${oneLine(text)}](${url})`)),
			).trim(),
		),
		view.references.length > 0 ? '## References' : undefined,
		list(
			view.references.flatMap(({ items }) =>
				items.map(({ name, title, url }) => `[${name}](${url})${title ? `: ${title}` : ''}`),
			),
		),
		'## Related rules',
		list([...view.related, ...view.mentionedBy].map(linkRule)),
	);
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').replace(/([[\]])/g, '\\$1');
}

async function getTopicTwins(): Promise<Twin[]> {
	const { topics, documents } = await getSiteModel();
	const rules = await getRuleLinks();
	return topics.map((topic) => {
		const own = rules.filter(({ code }) => code.startsWith(`${topic.prefix}-`));
		const rest = documents.flatMap((document) =>
			document.statements
				.filter((statement) => statement.topic === topic.slug && statement.ties.length === 0)
				.map(
					(statement) =>
						`[${oneLine(statement.text)}](${urlOfStatement(document, statement)}) (${document.title})`,
				),
		);
		const format = ({ statement, ...rule }: RuleLink): string =>
			`${linkRule({ statement, ...rule })}: ${statement}`;
		return {
			url: urlOfTwin(urlOfTopic(topic.slug)),
			text: lines(
				`# ${topic.title}`,
				topic.summary,
				topic.text,
				'## Rules',
				list(own.filter(({ kind }) => kind === 'do').map(format)),
				'## What to avoid',
				list(own.filter(({ kind }) => kind === 'avoid').map(format)),
				rest.length > 0 ? '## What the sources add' : undefined,
				list(rest),
			),
		};
	});
}

/** A document in full, each statement as the site reads it, with its rules. */
async function getSourceTwins(): Promise<Twin[]> {
	const { documents } = await getSiteModel();
	return documents.map((document) => ({
		url: urlOfTwin(urlOfDocument(document)),
		text: lines(
			`# ${document.title}`,
			...[...Map.groupBy(document.statements, ({ path }) => path.join(' › '))].map(
				([heading, statements]) =>
					lines(
						heading && `## ${heading}`,
						list(
							statements.map(
								({ text, anchor, ties }) =>
									`${oneLine(text)} ([#](${urlOfDocument(document)}#${anchor}))${
										ties.length > 0 ? ` → ${ties.map(({ rule }) => rule).join(', ')}` : ''
									}`,
							),
						),
					).trim(),
			),
		),
	}));
}

async function getStandardTwins(): Promise<Twin[]> {
	const views = await getStandardViews();
	return [
		{
			url: '/standards.md',
			text: lines(
				'# Standards',
				list(
					views.map(({ name, title, counts }) => `[${title}](/standards/${name}.md): ${counts}`),
				),
			),
		},
		...views.map(({ name, title, text, counts, groups }) => ({
			url: `/standards/${name}.md`,
			text: lines(
				`# ${title}`,
				text,
				counts,
				...groups.map((group) =>
					lines(
						group.title && `## ${group.title}`,
						list(
							group.lines.map(
								({ id, title: gist, rules }) =>
									`${id} ${gist}: ${rules.map(({ code }) => code).join(', ') || 'no rule yet'}`,
							),
						),
					).trim(),
				),
			),
		})),
	];
}

async function getOtherTwins(): Promise<Twin[]> {
	const { terms, topics, documents } = await getSiteModel();
	const releases = await getReleaseViews();
	return [
		{
			url: '/glossary.md',
			text: lines('# Glossary', ...terms.map(({ term, text }) => `## ${term}\n\n${text}`)),
		},
		{
			url: '/changes.md',
			text: lines(
				'# Changes',
				...releases.map(({ version, date, changes }) =>
					lines(
						`## ${version}${date ? ` (${date})` : ''}`,
						list(
							changes.map(
								({ code, title, class: name, note }) => `${code} ${title} (${name}): ${note}`,
							),
						),
					).trim(),
				),
			),
		},
		{
			url: '/coverage.md',
			text: lines(
				'# Coverage',
				list(
					topics.map(
						({ slug, title }) =>
							`${title}: ${documents
								.map(
									(document) =>
										`${document.title} ${document.statements.filter(({ topic }) => topic === slug).length}`,
								)
								.join(', ')}`,
					),
				),
			),
		},
	];
}

/** Returns the short index for language models: what the site is, and where its texts are. */
export async function getLlmsTxt(): Promise<string> {
	const { topics } = await getSiteModel();
	const rules = await getRuleLinks();
	return lines(
		'# Plumbline',
		'> Backend architecture guidance that can be cited in a design review. Each rule has a permanent code, a normative sentence, reasons, evidence that settles it, and the documents and standards that it comes from. Cite a rule by its code.',
		...topics.map((topic) =>
			lines(
				`## ${topic.title}`,
				list(
					rules
						.filter(({ code }) => code.startsWith(`${topic.prefix}-`))
						.map(
							({ code, title, url, statement }) =>
								`[${code}: ${title}](${urlOfTwin(url)}): ${statement}`,
						),
				),
			).trim(),
		),
		'## Data',
		list([
			'[All rules in one file](/llms-full.txt)',
			'[Rules as JSON](/api/v1/rules.json), with a [JSON Schema](/api/v1/rules.schema.json)',
			'[Rules as CSV](/rules.csv)',
			'[Changes as JSON](/api/v1/changes.json)',
		]),
	);
}

/** Returns every rule in force in full, in order. */
export async function getLlmsFullTxt(): Promise<string> {
	const { rules } = await getSiteModel();
	const views = new Map((await getRuleViews()).map((view) => [view.code, view]));
	return rules
		.filter(isActive)
		.flatMap((rule) => {
			const view = views.get(rule.id);
			return view ? [formatRule(rule, view)] : [];
		})
		.join('\n---\n\n');
}
