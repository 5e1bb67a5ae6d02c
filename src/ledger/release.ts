import type { ChangeClass } from '../rules/model.ts';
import { getNewUrls, type SiteUrls } from './urls.ts';
import type { Ledger, RecordedRevision, Release } from './model.ts';

/** What a release did to one rule. */
export interface RuleChange {
	code: string;
	revision: number;
	/** `new` for a first revision. */
	class: ChangeClass | 'new';
	/** In a sentence, what is different; the statement for a new rule. */
	note: string;
	/** The revision before, where there is one. */
	before?: RecordedRevision;
	after: RecordedRevision;
}

/** Returns the changes of rules that a release published, or with null those that wait for the next one. */
export function getChanges(ledger: Ledger, version: string | null): RuleChange[] {
	return Object.entries(ledger.rules).flatMap(([code, { revisions }]) =>
		revisions.flatMap((after, i) => {
			if (after.release !== version) return [];
			const before = revisions[i - 1];
			return [
				{
					code,
					revision: after.revision,
					class: after.change?.class ?? 'new',
					note: after.change?.note ?? after.statement,
					...(before && { before }),
					after,
				},
			];
		}),
	);
}

/**
 * Returns the ledger after a release: every revision that waited carries its version, and what the
 * site publishes for the first time is recorded under it.
 */
export function freeze(ledger: Ledger, release: Release, site: SiteUrls): Ledger {
	const rules = Object.entries(ledger.rules).map(([code, recorded]) => [
		code,
		{
			...recorded,
			revisions: recorded.revisions.map((revision) => ({
				...revision,
				release: revision.release ?? release.version,
			})),
		},
	]);
	return {
		...ledger,
		rules: Object.fromEntries(rules) as Ledger['rules'],
		releases: [...ledger.releases, release],
		urls: { ...ledger.urls, [release.version]: getNewUrls(site, ledger) },
	};
}

/** Returns why a version cannot follow the last release; undefined where it can. Numbers are compared. */
export function explainVersion(version: string, ledger: Ledger): string | undefined {
	if (!/^\d+\.\d+\.\d+$/.test(version)) return `“${version}” is not of the form X.Y.Z`;
	const last = ledger.releases.at(-1)?.version;
	if (last === undefined || compareVersions(version, last) > 0) return undefined;
	return `${version} does not follow ${last}`;
}

function compareVersions(a: string, b: string): number {
	const right = b.split('.').map(Number);
	const differences = a.split('.').map((part, i) => Number(part) - (right[i] ?? 0));
	return differences.find((difference) => difference !== 0) ?? 0;
}
