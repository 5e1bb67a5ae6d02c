import { getChanges, type RuleChange } from '../ledger/release.ts';
import { getSiteModel } from './model.ts';
import { urlOfRule } from './urls.ts';

export interface ChangeView {
	code: string;
	title: string;
	url: string;
	revision: number;
	class: RuleChange['class'];
	note: string;
	/** The note as HTML. */
	noteHtml: string;
	before: string | undefined;
	after: string;
}

export interface ReleaseView {
	/** Version, or "next" for what waits. */
	version: string;
	date: string | undefined;
	/** Undefined for what waits: that section comes and goes. */
	anchor: string | undefined;
	changes: ChangeView[];
}

/** Returns the releases with their changes of rules, newest first; what waits for the next one leads. */
export async function getReleaseViews(): Promise<ReleaseView[]> {
	const { registry, rules } = await getSiteModel();
	const notes = new Map(rules.map(({ id, notesHtml }) => [id, notesHtml]));
	const toView = (change: RuleChange): ChangeView => makeView(change, notes);
	const ledger = { ...registry.ledger, version: 2 as const, statements: {}, urls: {} };
	const waiting = getChanges(ledger, null).map(toView);
	const releases = ledger.releases.toReversed().map(({ version, date }) => ({
		version,
		date,
		anchor: toAnchor(version),
		changes: getChanges(ledger, version).map(toView),
	}));
	return waiting.length === 0
		? releases
		: [{ version: 'next', date: undefined, anchor: undefined, changes: waiting }, ...releases];
}

function toAnchor(version: string): string {
	return `v${version.replaceAll('.', '-')}`;
}

function makeView(
	{ code, revision, class: name, note, before, after }: RuleChange,
	notes: ReadonlyMap<string, Record<number, string>>,
): ChangeView {
	return {
		code,
		title: after.title,
		url: urlOfRule(code),
		revision,
		class: name,
		note,
		noteHtml: notes.get(code)?.[revision] ?? '',
		before: before?.statement,
		after: after.statement,
	};
}
