import { findCodeLinks } from '../rules/check.ts';
import type { ArticleData, ExtraData } from './model.ts';

/** A rule as an agent file lists it. */
export interface AgentRule {
	code: string;
	title: string;
	/** "MUST", "SHOULD NOT" … */
	levelName: string;
	statement: string;
	/** Of its Markdown. */
	url: string;
}

/** What an agent does without further information where the sources differ. */
export interface Default {
	question: string;
	answer: string;
	/** Title and address of the guide's Markdown. */
	title: string;
	url: string;
}

/**
 * Returns a role as a file for coding agents: front matter with name and description, the role's text as
 * instructions, defaults where there are any, and the rules with their codes. `urlOfCode` returns the address of
 * a rule's Markdown.
 */
export function formatAgent(
	slug: string,
	{ title, summary, description }: ArticleData & ExtraData['role'],
	text: string,
	rules: { topic: string; rules: AgentRule[] }[],
	defaults: Default[],
	urlOfCode: (code: string) => string,
): string {
	const blocks = [
		`---\nname: ${slug}\ndescription: ${JSON.stringify(description)}\n---`,
		`# ${title}`,
		summary,
		linkCodes(text, urlOfCode),
		...(defaults.length > 0
			? [
					'## Defaults',
					'Where the sources differ, do this until the question has an answer:',
					formatList(
						defaults.map(
							({ question, answer, title: guide, url }) =>
								`**${question}** ${answer} ([${guide}](${url}))`,
						),
					),
				]
			: []),
		'## Rules',
		'Cite a rule by its code when it shapes or blocks a design. MUST holds without exception; a SHOULD may be broken for a reason that is written down. The link has the reasons, exceptions, and evidence.',
		...rules.flatMap(({ topic, rules: ofTopic }) => [
			`### ${topic}`,
			formatList(
				ofTopic.map(
					({ code, title: name, levelName, statement, url }) =>
						`[${code}](${url}) ${name} (${levelName}): ${statement}`,
				),
			),
		]),
	];
	return `${blocks.join('\n\n')}\n`;
}

function linkCodes(text: string, urlOfCode: (code: string) => string): string {
	const lines = text.split('\n');
	// From the end, so that the places of the others stay true.
	for (const { code, place } of findCodeLinks(text, '').toReversed()) {
		const line = lines[place.line - 1] ?? '';
		const end = place.column - 1 + `[${code}]`.length;
		lines[place.line - 1] = `${line.slice(0, end)}(${urlOfCode(code)})${line.slice(end)}`;
	}
	return lines.join('\n');
}

function formatList(items: string[]): string {
	return items.map((item) => `- ${item}`).join('\n');
}
