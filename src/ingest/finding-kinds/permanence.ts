import type { FindingKind } from './kind.ts';

/** What is found where the site differs from what it recorded or published. */
export const permanenceFindings = {
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
	'redirect-invalid': {
		severity: 'error',
		message: (a) => `Unexpected redirect “${a.from}” (${a.found}), expected ${a.expected}`,
		help: 'Correct the line in content/redirects.yml.',
	},
	'rule-changed': {
		severity: 'error',
		message: (a) =>
			`Unexpected statement of ${a.code}: revision ${a.revision} was published as “${a.was}”, expected that text or revision ${a.next}`,
		help: 'Restore the statement, or raise `revision` and say under `change` what it does to the reader.',
	},
	'rule-missing': {
		severity: 'error',
		message: (a) => `Unexpected absence of ${a.code}, expected the file of a published rule`,
		help: 'Restore the file; to end a rule, keep it and fill in `withdrawn`.',
	},
	'rule-revision': {
		severity: 'error',
		message: (a) => `Unexpected ${a.found} of ${a.code}, expected ${a.expected}`,
		help: 'The guide says when a revision is raised and what each class of change means.',
	},
	'url-gone': {
		severity: 'error',
		message: (a) =>
			`Unexpected end of ${a.url}, which release ${a.release} published, expected it to resolve`,
		help: 'Restore it, or say in content/redirects.yml where it leads now.',
	},
} as const satisfies Record<string, FindingKind>;
