import type { RenderedRule } from '../../collections/rule-loader.ts';
import { partTitles, type PartName } from '../../rules/model.ts';
import { getSiteModel } from '../model.ts';
import { getRuleViews, type RuleView } from '../rules/views.ts';
import { urlOfTwin } from '../urls.ts';
import {
	formatList,
	formatReferences,
	formatRuleLink,
	formatSection,
	joinBlocks,
	toOneLine,
	type Twin,
} from './markdown.ts';

/** Returns the twin of every rule's page, withdrawn ones among them. */
export async function getRuleTwins(): Promise<Twin[]> {
	const pairs = await getRulesWithViews();
	return pairs.map(({ rule, view }) => ({
		url: urlOfTwin(view.url),
		text: formatRule(rule, view),
	}));
}

/** Returns each rule as its file has it, with the view of its page. */
export async function getRulesWithViews(): Promise<{ rule: RenderedRule; view: RuleView }[]> {
	const { rules } = await getSiteModel();
	const views = new Map((await getRuleViews()).map((view) => [view.code, view]));
	return rules.flatMap((rule) => {
		const view = views.get(rule.id);
		return view ? [{ rule, view }] : [];
	});
}

/** Returns a rule as Markdown, complete: every part, every reference, every tie. */
export function formatRule(rule: RenderedRule, view: RuleView): string {
	const { withdrawn, disagreement } = view;
	return joinBlocks(
		`# ${rule.id}: ${rule.title}`,
		`> ${rule.statement}`,
		formatFacts(rule, view),
		withdrawn && `**Withdrawn** on ${withdrawn.date}. ${withdrawn.reason}`,
		withdrawn && formatList(withdrawn.successors.map(formatRuleLink)),
		...formatParts(rule),
		disagreement && `## Sources disagree\n\n${disagreement.note} ${disagreement.question}`,
		...formatSources(view),
		formatReferences(view.references),
		'## Related rules',
		formatList([...view.related, ...view.mentionedBy].map(formatRuleLink)),
	);
}

function formatFacts(rule: RenderedRule, { topic, count }: RuleView): string {
	return formatList([
		`Level: ${rule.level}`,
		`Kind: ${rule.kind}`,
		`Topic: ${topic.title}`,
		`Revision: ${rule.revision}, reviewed ${rule.reviewed}`,
		`Stated by ${count.stated} of ${count.of} sources`,
		`Also known as: ${rule.aliases.join(', ')}`,
	]);
}

function formatParts({ parts }: RenderedRule): string[] {
	return (Object.keys(partTitles) as PartName[]).flatMap((name) => {
		const text = parts[name];
		return text === undefined ? [] : [`## ${partTitles[name]}\n\n${text}`];
	});
}

function formatSources({ sources }: RuleView): string[] {
	if (sources.length === 0) return [];
	const byDocument = sources.map(({ title, statements }) =>
		formatSection(
			`### ${title}`,
			formatList(statements.map(({ text, url }) => `[${toOneLine(text)}](${url})`)),
		),
	);
	return ['## Sources', ...byDocument];
}
