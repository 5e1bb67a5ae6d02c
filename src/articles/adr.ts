import type { ArticleData, DecisionData } from './model.ts';

/** A rule as a decision record confirms it. */
export interface Confirmation {
	code: string;
	title: string;
	url: string;
	/** What settles it, as one line of text. */
	evidence: string;
}

/**
 * Returns a decision guide as an architecture decision record in the form of MADR 4, its outcome left open:
 * https://adr.github.io/madr/. `context` is Markdown, `url` the address of the guide, and `confirmations` are
 * the rules that hold whatever is chosen.
 */
export function formatAdr(
	{ title, question, drivers, options }: ArticleData & DecisionData,
	context: string,
	url: string,
	confirmations: Confirmation[],
): string {
	return `---
status: proposed
date: <YYYY-MM-DD>
decision-makers: <names>
consulted: <names>
informed: <names>
---

# ${title}

## Context and Problem Statement

${context}

${question}

## Decision Drivers

${formatList(drivers)}

## Considered Options

${formatList(options.map(({ name }) => name))}

## Decision Outcome

Chosen option: "<one of the options>", because <the answer to the question above, with the figures of this system>.

### Consequences

${options.map(formatConsequences).join('\n\n')}

### Confirmation

${formatList(confirmations.map(formatConfirmation))}

## Pros and Cons of the Options

${options.map(formatOption).join('\n\n')}

## More Information

From the decision guide [${title}](${url}).
`;
}

type Option = DecisionData['options'][number];

/** Consequences follow from the option that is chosen: the others go when the outcome is written. */
function formatConsequences({ name, gains, costs, reversal }: Option): string {
	const lines = [
		...gains.map((gain) => `Good: ${gain}`),
		...costs.map((cost) => `Bad: ${cost}`),
		`To reverse it: ${reversal}`,
	];
	return `If "${name}" is chosen (delete what does not apply):\n\n${formatList(lines)}`;
}

function formatOption({ name, choose, gains, costs }: Option): string {
	const lines = [
		`Neutral: ${choose}`,
		...gains.map((gain) => `Good: ${gain}`),
		...costs.map((cost) => `Bad: ${cost}`),
	];
	return `### ${name}\n\n${formatList(lines)}`;
}

function formatConfirmation({ code, title, url, evidence }: Confirmation): string {
	return `[ ] [${code} ${title}](${url}): ${evidence}`;
}

function formatList(items: string[]): string {
	return items.map((item) => `* ${item}`).join('\n');
}
