import { type AgentRule, type Default, formatAgent } from '../../articles/agent.ts';
import { urlOfArticle } from '../../articles/model.ts';
import type { RenderedArticle } from '../../collections/article-loader.ts';
import { getLevelName, isActive } from '../../rules/model.ts';
import { getSiteModel, type SiteModel } from '../model.ts';
import { urlOfAgent, urlOfRule, urlOfTwin } from '../urls.ts';

type Role = Extract<RenderedArticle, { kind: 'role' }>;

/** A role as a file for coding agents. */
export interface AgentFile {
	slug: string;
	title: string;
	url: string;
	text: string;
	/** Of the text. */
	words: number;
	bytes: number;
	rules: number;
}

/** Returns the agent file of every role. */
export async function getAgentFiles(): Promise<AgentFile[]> {
	const model = await getSiteModel();
	return model.articles
		.filter((article): article is Role => article.kind === 'role')
		.map((role) => makeAgentFile(role, model));
}

/** Returns the agent file of a role. */
export function makeAgentFile({ slug, data, text: body }: Role, model: SiteModel): AgentFile {
	const rules = groupRules(data.rules, model);
	// A role without a document is all of them in one: where they differ, it takes the defaults.
	const defaults = data.document === undefined ? getDefaults(model) : [];
	const urlOfCode = (code: string): string => urlOfTwin(urlOfRule(code));
	const text = formatAgent(slug, data, body, rules, defaults, urlOfCode);
	return {
		slug,
		title: data.title,
		url: urlOfAgent(slug),
		text,
		words: text.split(/\s+/).length,
		bytes: new TextEncoder().encode(text).length,
		rules: rules.reduce((sum, group) => sum + group.rules.length, 0),
	};
}

function groupRules(codes: string[], model: SiteModel): { topic: string; rules: AgentRule[] }[] {
	const named = model.rules.filter((rule) => isActive(rule) && codes.includes(rule.id));
	return model.topics
		.map(({ slug, title }) => ({
			topic: title,
			rules: named
				.filter(({ topic }) => topic === slug)
				.map((rule) => ({
					code: rule.id,
					title: rule.title,
					levelName: getLevelName(rule),
					statement: rule.statement,
					url: urlOfTwin(urlOfRule(rule.id)),
				})),
		}))
		.filter(({ rules }) => rules.length > 0);
}

function getDefaults({ articles }: SiteModel): Default[] {
	return articles.flatMap((article) =>
		article.kind === 'decision'
			? [
					{
						question: article.data.question,
						answer: article.data.default,
						title: article.data.title,
						url: urlOfTwin(urlOfArticle(article)),
					},
				]
			: [],
	);
}
