import { parseRegister } from './register.js';
import type { Register } from './model.ts';

/** For tests: a ledger with a rule in force, one that changed twice, and two that were withdrawn in turn. */
export const ledger = {
	version: 2,
	releases: [{ version: '1.2.0', date: '2026-12-01' }],
	rules: {
		'SEC-001': { topic: 'security', revisions: [makeRevision(1, 'Validate every input')] },
		'SEC-014': {
			topic: 'security',
			revisions: [
				makeRevision(1, 'Limit logins'),
				makeRevision(2, 'Limit logins', { class: 'stricter', note: 'Counts per client.' }),
				makeRevision(3, 'Limit attempts', { class: 'wording', note: 'Says “attempt”.' }),
			],
		},
		'SEC-002': withdraw('Check passwords', ['SEC-003']),
		'SEC-003': withdraw('Check secrets', ['IAM-001', 'SEC-001']),
		'IAM-001': { topic: 'identity', revisions: [makeRevision(1, 'Log in once')] },
		'IAM-002': withdraw('Log out'),
	},
};

export const register: Register = parseRegister(ledger);

interface Change {
	class: string;
	note: string;
}

function makeRevision(revision: number, title: string, change?: Change): object {
	return { revision, title, release: '1.2.0', ...(change && { change }) };
}

function withdraw(title: string, successors?: string[]): object {
	const end = makeRevision(2, title, { class: 'withdrawn', note: 'Covered elsewhere.' });
	return { topic: 'x', revisions: [makeRevision(1, title), { ...end, successors }] };
}
