import type { Rule } from './model.ts';

/** For tests: a rule that is right, with what a test changes. */
export function makeRule(change: Partial<Rule> = {}): Rule {
	return {
		id: 'SEC-001',
		title: 'Validate every input',
		statement: 'Every endpoint MUST check its input.',
		level: 'MUST',
		kind: 'do',
		damage: 'breach',
		tags: ['endpoint'],
		aliases: [],
		symptoms: [],
		terms: [],
		references: [],
		related: [],
		technologies: [],
		ties: { add: [], drop: [] },
		revision: 1,
		reviewed: '2026-11-21',
		topic: 'security',
		file: 'content/rules/security/one.md',
		parts: {},
		...change,
	};
}
