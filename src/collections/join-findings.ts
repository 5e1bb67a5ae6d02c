import type { FindingCode } from '../ingest/finding-kinds.ts';
import { compareFindings, type Finding } from '../ingest/findings.ts';

/** What makes the ledger unreadable. */
const brokenLedger = new Set<FindingCode>(['ledger-conflict', 'ledger-edited', 'ledger-invalid']);

/**
 * Returns the findings of the content and of what was made of it, in the order of their places, without
 * those that only follow from others: an author who mends the cause is rid of them. `unreadRules` holds the
 * codes of rules whose front matter is wrong.
 */
export function joinFindings(
	{ findings, unreadRules }: { findings: Finding[]; unreadRules: string[] },
	others: Finding[],
): Finding[] {
	const all = [...findings, ...others];
	const isLedgerBroken = all.some(({ code }) => brokenLedger.has(code));
	const missing = all.flatMap(({ code, rule }) => (code === 'rule-missing' && rule ? [rule] : []));
	const causes: Partial<Record<FindingCode, (finding: Finding) => boolean>> = {
		'ledger-outdated': () => isLedgerBroken,
		'rule-missing': ({ rule = '' }) => unreadRules.includes(rule),
		'rule-unknown': ({ rule = '' }) => [...unreadRules, ...missing].includes(rule),
	};
	return all.filter((finding) => !causes[finding.code]?.(finding)).sort(compareFindings);
}
