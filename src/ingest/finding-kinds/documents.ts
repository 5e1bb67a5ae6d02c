import type { FindingKind } from './kind.ts';

/** What is found in documents, and in the Markdown that all pages have in common. */
export const documentFindings = {
	'anchor-missing': {
		severity: 'warning',
		message: (a) => `Unexpected link to “${a.url}”, expected an anchor that exists${a.hint}`,
		help: 'Correct the fragment, or remove it.',
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
	'raw-html': {
		severity: 'warning',
		message: (a) => `Unexpected raw HTML “${a.html}”, expected Markdown`,
		help: 'It is shown as text. Use Markdown, or put it in a code block.',
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
} as const satisfies Record<string, FindingKind>;
