import type { FindingCode } from '../ingest/finding-kinds.ts';
import { type Finding, makeFinding } from '../ingest/findings.ts';
import { isActive, type Rule } from '../rules/model.ts';
import type { PlacedRule } from '../rules/check.ts';
import { getMeaning } from '../rules/statement.ts';
import type { Ledger, RecordedRevision, RecordedRule } from './model.ts';

/**
 * Returns the next free code of a topic. Codes that were ever recorded are taken, also where the rule
 * is gone; so are those of files that are not recorded yet.
 */
export function getNextCode(prefix: string, ledger: Ledger, rules: Pick<Rule, 'id'>[]): string {
	const taken = [...Object.keys(ledger.rules), ...rules.map(({ id }) => id)]
		.filter((code) => code.startsWith(`${prefix}-`))
		.map((code) => Number(code.slice(prefix.length + 1)));
	return `${prefix}-${String(Math.max(0, ...taken) + 1).padStart(3, '0')}`;
}

/** What the ledger records of a rule. */
export type RecordableRule = Pick<
	Rule,
	'id' | 'topic' | 'title' | 'statement' | 'level' | 'kind' | 'revision' | 'change' | 'withdrawn'
>;

/**
 * Returns the ledger with the rules as they are now. A revision that a release published stays; one
 * that none did is replaced. Call it only where `checkRecorded` found no error.
 */
export function recordRules(ledger: Ledger, rules: RecordableRule[]): Ledger {
	const recorded: Record<string, RecordedRule> = { ...ledger.rules };
	for (const rule of rules) {
		const released = (recorded[rule.id]?.revisions ?? []).filter(isReleased);
		const isPublished = released.some(({ revision }) => revision === rule.revision);
		const revisions = isPublished ? released : [...released, makeRevision(rule)];
		recorded[rule.id] = { topic: rule.topic, revisions };
	}
	return { ...ledger, rules: recorded };
}

function makeRevision(rule: RecordableRule): RecordedRevision {
	const { revision, title, statement, level, kind, change, withdrawn } = rule;
	const successors = withdrawn?.successors ?? [];
	return {
		revision,
		title,
		statement,
		level,
		kind,
		...(change && revision > 1 && { change }),
		...(successors.length > 0 && { successors }),
		release: null,
	};
}

function isReleased(revision: RecordedRevision): boolean {
	return revision.release !== null;
}

/** Returns the last revision that a release published. */
export function getPublished(recorded: RecordedRule | undefined): RecordedRevision | undefined {
	return recorded?.revisions.findLast(isReleased);
}

/**
 * Holds the rules against what was published: nothing vanishes, a meaning changes only with a new
 * revision that says how, and what is there is recorded.
 */
export function checkRecorded(placed: PlacedRule[], ledger: Ledger, ledgerFile: string): Finding[] {
	const ids = new Set(placed.map(({ rule }) => rule.id));
	const gone = Object.entries(ledger.rules)
		.filter(([code, recorded]) => getPublished(recorded) && !ids.has(code))
		.map(([code]) => makeFinding('rule-missing', atLine(ledgerFile), { code }));
	return [...gone, ...placed.flatMap((each) => checkRevision(each, ledger.rules[each.rule.id]))];
}

function atLine(file: string, line = 1): { file: string; line: number; column: number } {
	return { file, line, column: 1 };
}

function checkRevision(
	{ rule, lineOf }: PlacedRule,
	recorded: RecordedRule | undefined,
): Finding[] {
	const report = (code: FindingCode, field: string, args: Record<string, string>): Finding[] => [
		makeFinding(code, atLine(rule.file, lineOf(field)), { code: rule.id, ...args }),
	];
	const published = getPublished(recorded);
	const wrong = explainRevision(rule, published);
	if (wrong) return report('rule-revision', wrong.field, wrong);
	if (published?.revision === rule.revision) {
		if (getMeaning(published) === getMeaning(rule)) return [];
		return report('rule-changed', 'statement', {
			revision: String(rule.revision),
			next: String(rule.revision + 1),
			was: published.statement,
		});
	}
	const last = recorded?.revisions.at(-1);
	const isCurrent =
		last !== undefined &&
		JSON.stringify(last) === JSON.stringify(makeRevision(rule)) &&
		recorded?.topic === rule.topic;
	return isCurrent ? [] : report('ledger-stale', 'id', { revision: String(rule.revision) });
}

interface Wrong extends Record<string, string> {
	field: string;
	found: string;
	expected: string;
}

function explainRevision(rule: Rule, published: RecordedRevision | undefined): Wrong | undefined {
	const number = rule.revision;
	const before = published?.revision ?? 0;
	if (number !== before && number !== before + 1) {
		const expected = published ? `${before} or ${before + 1}` : '1, for it was never released';
		return { field: 'revision', found: `revision ${number}`, expected };
	}
	if (published === undefined) {
		if (isActive(rule)) return undefined;
		const expected = 'no such field: a rule that was never released can be deleted';
		return { field: 'withdrawn', found: 'a withdrawal', expected };
	}
	const isWithdrawn = published.change?.class === 'withdrawn';
	if (isWithdrawn && isActive(rule)) {
		const expected = 'it to stay withdrawn: a code is not used again, take a new one';
		return { field: 'withdrawn', found: `return in revision ${number}`, expected };
	}
	if (number === before) {
		if (isActive(rule) !== isWithdrawn) return undefined;
		const expected = `revision ${before + 1} with a change`;
		return { field: 'withdrawn', found: `a change of state in revision ${before}`, expected };
	}
	return explainChange(rule, published);
}

/** A class of change that the texts contradict is a mistake, or a meaning that somebody missed. */
function explainChange(rule: Rule, published: RecordedRevision): Wrong | undefined {
	const name = rule.change?.class;
	const at = (found: string, expected: string): Wrong => ({ field: 'change', found, expected });
	if (name === undefined)
		return at(`revision ${rule.revision} without a change`, 'its class and a note');
	if ((name === 'withdrawn') !== !isActive(rule)) {
		return at(
			`class “${name}”`,
			isActive(rule) ? 'a rule in force has another class' : 'withdrawn',
		);
	}
	const isSame = getMeaning(rule) === getMeaning(published);
	if (name === 'example' && !isSame)
		return at('class “example”', 'one that says what the statement lost or gained');
	const isLevel = rule.level !== published.level;
	if (name === 'level' && !isLevel)
		return at('class “level”', `another level than ${published.level}`);
	if (isLevel && (name === 'wording' || name === 'example')) {
		return at(`class “${name}”`, `“level”: it was ${published.level}`);
	}
	const needsWords = name === 'stricter' || name === 'looser' || name === 'new meaning';
	if (needsWords && isSame)
		return at(`class “${name}”`, 'a statement that differs from the last one');
	return undefined;
}
