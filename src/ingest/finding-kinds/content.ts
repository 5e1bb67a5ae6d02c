import type { FindingKind } from './kind.ts';

/** What is found in the content that the site has of its own: rules, articles, packs, terms, code blocks. */
export const contentFindings = {
	'alias-ambiguous': {
		severity: 'error',
		message: (a) => `Unexpected second use of “${a.name}”, expected it in “${a.other}” alone`,
		help: 'Remove the name from one of the two files.',
	},
	'article-part': {
		severity: 'error',
		message: (a) => `Unexpected ${a.found}, expected ${a.expected}`,
		help: 'The guide shows the parts of each kind of article in their order.',
	},
	'article-unknown': {
		severity: 'error',
		message: (a) => `Unexpected link to “${a.url}”, expected an article that exists${a.hint}`,
		help: 'Correct the name; articles link others, and never themselves.',
	},
	'content-invalid': {
		severity: 'error',
		message: (a) => `Unexpected ${a.found} in field “${a.field}”, expected ${a.expected}`,
		help: 'Correct the field in the front matter; the guide lists the fields.',
	},
	'pack-empty': {
		severity: 'error',
		message: (a) =>
			`Unexpected selector ${a.number} without a rule, expected at least one in force`,
		help: 'Correct its codes, topics, levels, tags, or technologies, or remove it.',
	},
	'pack-large': {
		severity: 'error',
		message: (a) => `Unexpected selection of ${a.count} rules, expected at most ${a.most}`,
		help: 'Narrow a selector, or name the codes whose break does the most damage.',
	},
	'pack-part': {
		severity: 'error',
		message: (a) => `Unexpected ${a.found}, expected the headings ${a.expected}`,
		help: 'Give the body these two headings, with a paragraph under each.',
	},
	'reference-unknown': {
		severity: 'error',
		message: (a) => `Unexpected reference “${a.reference}”, expected ${a.expected}${a.hint}`,
		help: 'Correct the id; the lists are in content/standards.',
	},
	'rule-code': {
		severity: 'error',
		message: (a) => `Unexpected code ${a.code} in topic ${a.topic}, expected ${a.prefix}-NNN`,
		help: 'Move the file to the topic of its code, or take a code with `npm run new:rule`.',
	},
	'rule-duplicate': {
		severity: 'error',
		message: (a) => `Unexpected second rule ${a.code}, expected it in ${a.other} alone`,
		help: 'Give the younger rule the next free code: `npm run new:rule` prints it.',
	},
	'rule-part': {
		severity: 'error',
		message: (a) => `Unexpected ${a.found}, expected ${a.expected}`,
		help: 'The guide shows the parts of a rule in their order.',
	},
	'rule-statement': {
		severity: 'error',
		message: (a) => `Unexpected ${a.found}, expected ${a.expected}`,
		help: 'Write one sentence with MUST, SHOULD, or MAY once, as `level` says.',
	},
	'rule-unknown': {
		severity: 'error',
		message: (a) => `Unexpected rule ${a.code}, expected a code that exists${a.hint}`,
		help: 'Correct the code; write `\\[ABC-123]` where no rule is meant.',
	},
	'rule-withdrawn': {
		severity: 'error',
		message: (a) =>
			`Unexpected link to ${a.code}, which was withdrawn${a.instead}, expected a rule in force`,
		help: 'Link what stands in its place, or drop the link.',
	},
	'snippet-invalid': {
		severity: 'error',
		message: (a) =>
			`Unexpected “${a.found}” from ${a.tool}, expected a block that passes “${a.check}”`,
		help: 'Correct the code, or say with unchecked="reason" why nothing can check it.',
	},
	'snippet-unknown': {
		severity: 'error',
		message: (a) => `Unexpected ${a.found}, expected ${a.expected}${a.hint}`,
		help: 'Write the language and its check behind the opening fence; `text` is shown as it is.',
	},
	'technology-unknown': {
		severity: 'error',
		message: (a) =>
			`Unexpected technology “${a.technology}”, expected one of content/technologies${a.hint}`,
		help: 'Use the name of a file in content/technologies, without its ending.',
	},
	'tie-unknown': {
		severity: 'error',
		message: (a) =>
			`Unexpected tie to “${a.statement}”, expected a statement as document#anchor${a.hint}`,
		help: "Copy the link of the statement from its document's page.",
	},
	'topic-unknown': {
		severity: 'error',
		message: (a) => `Unexpected topic “${a.topic}”, expected one of the topics${a.hint}`,
		help: 'Use the name of a file in content/topics, without its ending.',
	},
} as const satisfies Record<string, FindingKind>;
