import type { FindingCode } from '../ingest/finding-kinds.ts';
import { compareFindings, type Finding } from '../ingest/findings.ts';

/** What makes the ledger unreadable. */
const brokenLedger = new Set<FindingCode>(['ledger-conflict', 'ledger-edited', 'ledger-invalid']);

/** What is said of a rule that is not there. */
const absences = new Set<FindingCode>(['rule-missing', 'rule-unknown']);

/**
 * Returns the findings in the order of their places, without those that only follow from others: an
 * author who mends the cause is rid of them. `unread` holds the codes of rules whose front matter is wrong.
 */
export function dropConsequences(findings: Finding[], unread: string[]): Finding[] {
	const isLedgerBroken = findings.some(({ code }) => brokenLedger.has(code));
	const follows = ({ code, message }: Finding): boolean =>
		(isLedgerBroken && code === 'ledger-outdated') ||
		(absences.has(code) && unread.some((rule) => message.includes(rule)));
	return findings.filter((finding) => !follows(finding)).sort(compareFindings);
}
