import type { Topic } from '../../collections/schemas.ts';
import { getSiteModel, type Rendered, type SiteModel } from '../model.ts';
import { getRuleLinks, type RuleLink } from '../rules/links.ts';
import { urlOfStatement, urlOfTopic, urlOfTwin } from '../urls.ts';
import { formatList, formatRuleLink, joinBlocks, toOneLine, type Twin } from './markdown.ts';

/** Returns the twin of every topic's page. */
export async function getTopicTwins(): Promise<Twin[]> {
	const model = await getSiteModel();
	return Promise.all(
		model.topics.map(async (topic) => {
			const rules = await getRuleLinks(topic.slug);
			return {
				url: urlOfTwin(urlOfTopic(topic.slug)),
				get text() {
					return formatTopic(topic, rules, getRest(topic, model));
				},
			};
		}),
	);
}

function formatTopic(topic: Rendered<Topic>, rules: RuleLink[], rest: string[]): string {
	const ofKind = (kind: RuleLink['kind']): string[] =>
		rules
			.filter((rule) => rule.kind === kind)
			.map((rule) => `${formatRuleLink(rule)}: ${rule.statement}`);
	const [opening, ...background] = topic.text.split(/\n(?=## )/);
	return joinBlocks(
		`# ${topic.title}`,
		topic.summary,
		opening,
		'## Rules',
		formatList(ofKind('do')),
		'## What to avoid',
		formatList(ofKind('avoid')),
		rest.length > 0 ? '## What the sources add' : undefined,
		formatList(rest),
		...background,
	);
}

/** Links to the statements of a topic that support no rule. */
function getRest({ slug }: Rendered<Topic>, { documents }: SiteModel): string[] {
	return documents.flatMap((document) =>
		document.statements
			.filter(({ topic, ties }) => topic === slug && ties.length === 0)
			.map(
				(statement) =>
					`[${toOneLine(statement.text)}](${urlOfStatement(document, statement)}) (${document.title})`,
			),
	);
}
