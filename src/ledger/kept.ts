import type { Ledger } from './model.ts';
import { getPublished } from './rules.ts';

/**
 * Returns what a new ledger lost of the old one: releases, published revisions and URLs, codes, and
 * recorded anchors. Nothing that was published may be among it; an empty list means that it is kept.
 */
export function findLost(before: Ledger, after: Ledger): string[] {
	return [...findLostReleases(before, after), ...findLostCodes(before, after)].concat(
		Object.entries(before.statements).flatMap(([document, recorded]) =>
			Object.keys(recorded)
				.filter((anchor) => !Object.hasOwn(after.statements[document] ?? {}, anchor))
				.map((anchor) => `anchor ${document}#${anchor}`),
		),
	);
}

function findLostReleases(before: Ledger, after: Ledger): string[] {
	return before.releases.flatMap((release, i) => {
		const { version } = release;
		const isSame =
			JSON.stringify(release) === JSON.stringify(after.releases[i]) &&
			JSON.stringify(before.urls[version]) === JSON.stringify(after.urls[version]);
		return isSame ? [] : [`release ${version}`];
	});
}

function findLostCodes(before: Ledger, after: Ledger): string[] {
	return Object.entries(before.rules).flatMap(([code, recorded]) => {
		const now = after.rules[code];
		if (!now) return [`code ${code}`];
		const published = recorded.revisions.filter(({ release }) => release !== null);
		return published
			.filter((revision, i) => JSON.stringify(revision) !== JSON.stringify(now.revisions[i]))
			.map(({ revision }) => `revision ${revision} of ${code}`)
			.concat(getPublished(recorded) && !getPublished(now) ? [`release of ${code}`] : []);
	});
}
