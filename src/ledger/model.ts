import type { RecordedStatements } from '../ingest/model.ts';
import type { Change, Level, RuleKind } from '../rules/model.ts';

/** A revision of a rule as it was recorded; once released, it stays as it is. */
export interface RecordedRevision {
	revision: number;
	title: string;
	statement: string;
	level: Level;
	kind: RuleKind;
	/** What this revision changed; the first one changes nothing. */
	change?: Change;
	/** Codes in the place of a withdrawn rule, where there are any. */
	successors?: string[];
	/** Release that published it; null until then. */
	release: string | null;
}

/** A code that was given, to whatever became of its rule. */
export interface RecordedRule {
	topic: string;
	revisions: RecordedRevision[];
}

export interface Release {
	version: string;
	/** YYYY-MM-DD. */
	date: string;
}

/** Fragments by URL that one release published for the first time. */
export type PublishedUrls = Record<string, string[]>;

/** The committed register of codes, revisions and published URLs. It only grows. */
export interface Ledger {
	version: 2;
	/** By document, then by anchor. */
	statements: Record<string, RecordedStatements>;
	/** By code. */
	rules: Record<string, RecordedRule>;
	/** Oldest first. */
	releases: Release[];
	/** By version of the release. */
	urls: Record<string, PublishedUrls>;
}

export const emptyLedger: Ledger = {
	version: 2,
	statements: {},
	rules: {},
	releases: [],
	urls: {},
};
