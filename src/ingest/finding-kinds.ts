export type Severity = 'error' | 'warning' | 'info';

export interface FindingKind {
	severity: Severity;
	/** Made of the arguments: what was found, what was expected. */
	message: (args: Record<string, string>) => string;
	/** What the author can do. */
	help: string;
}

/**
 * Every kind of finding. Codes are permanent: guides and scripts name them. Each has a page in
 * `content/guide/findings/`, which a test holds against this table.
 */
export const findingKinds = {
	'alias-ambiguous': {
		severity: 'error',
		message: (a) => `Unexpected second use of “${a.name}”, expected it in “${a.other}” alone`,
		help: 'Remove the name from one of the two files.',
	},
	'anchor-missing': {
		severity: 'warning',
		message: (a) => `Unexpected link to “${a.url}”, expected an anchor that exists${a.hint}`,
		help: 'Correct the fragment, or remove it.',
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
	'document-empty': {
		severity: 'warning',
		message: () => 'Unexpected document without text, expected at least one statement',
		help: 'Add text, or remove the file.',
	},
	'document-missing': {
		severity: 'warning',
		message: (a) => `Unexpected link to “${a.url}”, expected a document in the folder${a.hint}`,
		help: 'Correct the path, or add the document.',
	},
	'encoding-nul': {
		severity: 'error',
		message: (a) => `Unexpected NUL byte at offset ${a.offset}, expected text`,
		help: 'Remove the byte; if the file is binary, move it out of the folder.',
	},
	'encoding-utf16': {
		severity: 'error',
		message: (a) => `Unexpected encoding ${a.encoding}, expected UTF-8`,
		help: 'Save the file as UTF-8.',
	},
	'encoding-utf8': {
		severity: 'error',
		message: (a) => `Unexpected byte 0x${a.byte} at offset ${a.offset}, expected valid UTF-8`,
		help: 'Save the file as UTF-8.',
	},
	'file-name': {
		severity: 'error',
		message: (a) => `Unexpected file name “${a.name}”, expected at least one letter or digit`,
		help: 'Rename the file: its name becomes part of a URL.',
	},
	'file-skipped': {
		severity: 'info',
		message: (a) => `Skipped: ${a.reason}`,
		help: 'Nothing to do, unless you meant it to be read: then save it as .md, .markdown or .txt.',
	},
	'file-unreadable': {
		severity: 'error',
		message: (a) => `Unexpected failure to read (${a.reason}), expected a readable file`,
		help: 'Give read permission, or move the file out of the folder.',
	},
	'folder-unreadable': {
		severity: 'error',
		message: (a) => `Unexpected failure to list (${a.reason}), expected a folder of documents`,
		help: 'Check the path that was given as the folder of sources.',
	},
	'front-matter-duplicate-key': {
		severity: 'error',
		message: (a) => `Unexpected second “${a.key}”, expected each key once`,
		help: 'Keep one of the two entries.',
	},
	'front-matter-invalid': {
		severity: 'error',
		message: (a) => `Unexpected YAML (${a.reason}), expected \`key: value\` lines`,
		help: 'Quote values that hold a colon or a special character.',
	},
	'front-matter-language': {
		severity: 'error',
		message: (a) => `Unexpected front matter language “${a.language}”, expected YAML`,
		help: 'Write `---` alone on the first line. Other languages are never run.',
	},
	'front-matter-late': {
		severity: 'warning',
		message: () =>
			'Unexpected front matter after the first line, expected it at the top of the file',
		help: 'Remove the lines or spaces before `---`; until then it is read as text.',
	},
	'front-matter-lenient': {
		severity: 'warning',
		message: (a) => `Unexpected YAML (${a.reason}), read line by line as text instead`,
		help: 'Put the value in quotes, or use a block scalar (`key: |`).',
	},
	'front-matter-not-mapping': {
		severity: 'error',
		message: (a) =>
			`Unexpected ${a.found} between the \`---\` lines, expected \`key: value\` lines`,
		help: 'Write keys and values, or remove the two `---` lines.',
	},
	'front-matter-too-large': {
		severity: 'error',
		message: (a) => `Unexpected front matter of ${a.size}, expected at most ${a.limit}`,
		help: 'Move long text into the body; do not build values out of aliases.',
	},
	'front-matter-unclosed': {
		severity: 'error',
		message: () => 'Unexpected end of the file in the front matter, expected a closing `---`',
		help: 'Close the front matter with `---` alone on a line, or remove the first line.',
	},
	'image-as-link': {
		severity: 'info',
		message: (a) => `Image “${a.url}” is shown as a link: pages load nothing from elsewhere`,
		help: 'Nothing to do. Describe in words what the picture says.',
	},
	'ledger-conflict': {
		severity: 'error',
		message: () => 'Unexpected marks of a merge conflict, expected one ledger',
		help: 'Take the whole file of either side, then run `npm run ledger`: it records what the other side added.',
	},
	'ledger-edited': {
		severity: 'error',
		message: () => 'Unexpected edit by hand, expected the ledger as the command wrote it',
		help: 'Restore the file from version control, then run `npm run ledger`.',
	},
	'ledger-invalid': {
		severity: 'error',
		message: (a) =>
			`Unexpected content of the ledger (${a.reason}), expected what the command wrote`,
		help: 'Restore the file from version control, then run `npm run ledger`.',
	},
	'ledger-outdated': {
		severity: 'warning',
		message: (a) =>
			`Unexpected ledger: ${a.added} statements not recorded, ${a.gone} recorded ones gone`,
		help: 'Run `npm run ledger` and commit the file, so that anchors survive later edits.',
	},
	'ledger-stale': {
		severity: 'error',
		message: (a) => `Unexpected revision ${a.revision} of ${a.code}, expected it in the ledger`,
		help: 'Run `npm run ledger` and commit the ledger with the rule.',
	},
	'limit-exceeded': {
		severity: 'error',
		message: (a) => `Unexpected ${a.what} of ${a.size}, expected at most ${a.limit}`,
		help: 'Split the text; beyond this limit a parser may not end in reasonable time.',
	},
	'lines-lost': {
		severity: 'error',
		message: (a) => `Unexpected loss of ${a.count} lines of text (${a.lines}), expected none`,
		help: 'This is a fault of the ingest: please report it with the document.',
	},
	'link-unsafe': {
		severity: 'warning',
		message: (a) => `Unexpected link scheme “${a.scheme}”, expected http, https or mailto`,
		help: 'The text stays, the link is removed. Link to a web address instead.',
	},
	'override-unknown': {
		severity: 'error',
		message: (a) => `Unexpected ${a.field} “${a.value}” in an override, expected ${a.expected}`,
		help: 'Use `<!-- topic: api -->`, `<!-- kind: practice -->` or `<!-- rules: API-012 -->` with a name that exists.',
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
	'raw-html': {
		severity: 'warning',
		message: (a) => `Unexpected raw HTML “${a.html}”, expected Markdown`,
		help: 'It is shown as text. Use Markdown, or put it in a code block.',
	},
	'redirect-invalid': {
		severity: 'error',
		message: (a) => `Unexpected redirect “${a.from}” (${a.found}), expected ${a.expected}`,
		help: 'Correct the line in content/redirects.yml.',
	},
	'reference-unknown': {
		severity: 'error',
		message: (a) => `Unexpected reference “${a.reference}”, expected ${a.expected}${a.hint}`,
		help: 'Correct the id; the lists are in content/standards.',
	},
	'rule-changed': {
		severity: 'error',
		message: (a) =>
			`Unexpected statement of ${a.code}: revision ${a.revision} was published as “${a.was}”, expected that text or revision ${a.next}`,
		help: 'Restore the statement, or raise `revision` and say under `change` what it does to the reader.',
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
	'rule-missing': {
		severity: 'error',
		message: (a) => `Unexpected absence of ${a.code}, expected the file of a published rule`,
		help: 'Restore the file; to end a rule, keep it and fill in `withdrawn`.',
	},
	'rule-part': {
		severity: 'error',
		message: (a) => `Unexpected ${a.found}, expected ${a.expected}`,
		help: 'The guide shows the parts of a rule in their order.',
	},
	'rule-revision': {
		severity: 'error',
		message: (a) => `Unexpected ${a.found} of ${a.code}, expected ${a.expected}`,
		help: 'The guide says when a revision is raised and what each class of change means.',
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
	'section-unclosed': {
		severity: 'warning',
		message: (a) => `Unexpected end of <${a.name}>, expected </${a.name}> alone on a line`,
		help: 'Close the section; until then it reaches to the next one or to the end.',
	},
	'section-unopened': {
		severity: 'warning',
		message: (a) => `Unexpected </${a.name}>, expected <${a.name}> above it`,
		help: 'Remove the closing tag, or add the opening one.',
	},
	'slug-clash': {
		severity: 'error',
		message: (a) => `Unexpected second document for “${a.slug}”, which ${a.other} has already`,
		help: 'Rename one of the two files.',
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
	'url-gone': {
		severity: 'error',
		message: (a) =>
			`Unexpected end of ${a.url}, which release ${a.release} published, expected it to resolve`,
		help: 'Restore it, or say in content/redirects.yml where it leads now.',
	},
} as const satisfies Record<string, FindingKind>;

export type FindingCode = keyof typeof findingKinds;
