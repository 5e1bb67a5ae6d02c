import { levels } from '../../rules/model.ts';
import { compareByDamage } from '../../rules/select.ts';
import { getCitedUrl, getLevelName } from '../citation.ts';
import {
	type Answer,
	type Catalog,
	type CatalogRule,
	cleanName,
	formatVersion,
	type Item,
	lacksReason,
	type Review,
	textFields,
} from '../model.ts';
import { type Counts, getProgress } from '../progress.ts';
import { escapeMarkdown, unescapeMarkdown } from './escape.ts';
import { explainVersion, type ReadResult, readReview } from './shape.ts';

/** A rule of a review, with what was said of it. `rule` is undefined where this site has no such code. */
export interface Row {
	code: string;
	item: Item;
	rule: CatalogRule | undefined;
}

interface Section {
	title: string;
	answer: Answer;
	isIn: (row: Row) => boolean;
	rows: Row[];
}

/** The parts of a report, in their order: what stops the change comes first. */
const sections: Omit<Section, 'rows'>[] = [
	{ title: 'Blocking', answer: 'not met', isIn: ({ rule }) => rule?.level === 'MUST' },
	{ title: 'To do', answer: 'not met', isIn: ({ rule }) => rule?.level !== 'MUST' },
	{ title: 'Not answered', answer: 'open', isIn: () => true },
	{ title: 'Met', answer: 'met', isIn: () => true },
	{ title: 'Not applicable', answer: 'not applicable', isIn: () => true },
];

/** Returns the rules of a review by part of the report, each ordered by damage. Empty parts are there. */
export function getSections(review: Review, catalog: Catalog): Section[] {
	const rows = getRows(review, catalog);
	return sections.map((section) => ({
		...section,
		rows: rows.filter((row) => row.item.answer === section.answer && section.isIn(row)),
	}));
}

/** Returns the rules of a review ordered by damage; unknown ones last. */
export function getRows(review: Review, catalog: Catalog): Row[] {
	const byCode = new Map(catalog.rules.map((rule) => [rule.id, rule]));
	const rows = Object.entries(review.items).map(([code, item]) => ({
		code,
		item,
		rule: byCode.get(code),
	}));
	return rows.sort((a, b) => {
		if (a.rule && b.rule) return compareByDamage(a.rule, b.rule);
		if (a.rule || b.rule) return a.rule ? -1 : 1;
		return a.code < b.code ? -1 : 1;
	});
}

/** Beginning of the comment that holds what a reader does not need to see. */
const dataMark = 'plumbline-review';

/**
 * Returns a review as Markdown for people, with a comment at its end for `parseMarkdown`. `base` is the
 * address of the site.
 */
export function formatMarkdown(review: Review, catalog: Catalog, base: string): string {
	const parts = getSections(review, catalog)
		.filter(({ rows }) => rows.length > 0)
		.map(({ title, rows }) => {
			const lines = rows.map((row) => formatRow(row, base));
			return `## ${title} (${rows.length})\n\n${lines.join('\n')}`;
		});
	return `${[
		`# Review: ${escapeMarkdown(review.name)}`,
		formatSummary(review, catalog),
		...parts,
		`## Numbers\n\n${formatNumbers(review, catalog)}`,
		formatData(review),
	].join('\n\n')}\n`;
}

function formatSummary(review: Review, catalog: Catalog): string {
	const { all } = getProgress(review, catalog);
	const release = review.release === 'next' ? 'before the first release' : review.release;
	return `Rules of Plumbline, release ${release}. Begun on ${review.created}. ${all.total - all.open} of ${all.total} rules answered.`;
}

function formatRow({ code, item, rule }: Row, base: string): string {
	const url = getCitedUrl(base, rule?.url ?? `/rules/${code.toLowerCase()}/`, item.revision);
	const said = rule
		? `${getLevelName(rule)}: ${escapeMarkdown(rule.title)}. ${escapeMarkdown(rule.statement)}`
		: 'not among the rules of this site';
	const texts = textFields
		.filter((field) => item[field] !== '')
		.map((field) => `  - ${fieldTitles[field]}: ${formatField(item[field])}`);
	const missing = lacksReason(item) ? ['  - No reason given'] : [];
	return [`- **[${code}](${url})** ${said}`, ...missing, ...texts].join('\n');
}

const fieldTitles = { reason: 'Reason', evidence: 'Evidence', note: 'Note' } as const;

/** A link stands as a link; `<` and `>` around it keep its characters as they are. */
function formatField(text: string): string {
	return /^https?:\/\/[^\s<>]+$/.test(text) ? `<${text}>` : escapeMarkdown(text, '    ');
}

/** A table of answers by level. */
function formatNumbers(review: Review, catalog: Catalog): string {
	const { all, byLevel } = getProgress(review, catalog);
	const columns: [string, (counts: Counts) => number][] = [
		['Met', (counts) => counts.met],
		['Not met', (counts) => counts['not met']],
		['Not applicable', (counts) => counts['not applicable']],
		['Not answered', (counts) => counts.open],
		['All', (counts) => counts.total],
	];
	const rows = [...byLevel, { name: 'All', counts: all }];
	return [
		`| Level | ${columns.map(([title]) => title).join(' | ')} |`,
		`| --- |${' ---: |'.repeat(columns.length)}`,
		...rows.map(
			({ name, counts }) => `| ${name} | ${columns.map(([, get]) => get(counts)).join(' | ')} |`,
		),
	].join('\n');
}

/** `<`, `>` and `--` would end the comment: as escapes they are the same JSON. */
function formatData({ id, created, release, scope, leftOut, items }: Review): string {
	const edits = Object.fromEntries(Object.entries(items).map(([code, item]) => [code, item.edits]));
	const json = JSON.stringify({ id, created, release, scope, leftOut, edits })
		.replaceAll('<', '\\u003c')
		.replaceAll('>', '\\u003e')
		.replaceAll('--', '-\\u002d');
	return `<!-- ${dataMark} ${formatVersion} ${json} -->`;
}

const rowPattern = /^\s*[-*+] (?:\[[ xX]\] )?\*\*\[([A-Z]{2,5}-\d{3})\]\(([^)\s]*)\)\*\*/;
const fieldPattern = /^\s+[-*+] (Reason|Evidence|Note): ?(.*)$/;

/**
 * Reads what `formatMarkdown` wrote, and what people made of it: the parts say the answers. Without the
 * comment at the end it is a review of its own; `makeId` names it, `today` dates it.
 */
export function parseMarkdown(text: string, makeId: () => string, today: string): ReadResult {
	const found: Record<string, Omit<Item, 'edits'>> = {};
	let answer: Answer | undefined;
	let item: Omit<Item, 'edits'> | undefined;
	const lines = text.replace(/\r\n?/g, '\n').split('\n');
	for (let i = 0; i < lines.length; i++) {
		const line = lines[i] ?? '';
		const [, heading] = /^##\s+(.*?)(?:\s+\(\d+\))?\s*$/.exec(line) ?? [];
		if (heading !== undefined) answer = sections.find(({ title }) => title === heading)?.answer;
		const [row, code = '', url = ''] = rowPattern.exec(line) ?? [];
		if (row !== undefined && answer) {
			const revision = Number(/[?&]rev=(\d+)/.exec(url)?.[1] ?? 1);
			item = { revision, answer, reason: '', evidence: '', note: '' };
			found[code] = item;
		}
		const [, name = '', first = ''] = fieldPattern.exec(line) ?? [];
		const field = textFields.find((each) => fieldTitles[each] === name);
		if (!field || !item) continue;
		let value = first;
		while (/(?:^|[^\\])(?:\\\\)*\\$/.test(value) && i + 1 < lines.length) {
			value += `\n${lines[++i] ?? ''}`;
		}
		item[field] = /^<(https?:[^\s<>]+)>$/.exec(value)?.[1] ?? unescapeMarkdown(value);
	}
	if (Object.keys(found).length === 0) {
		return {
			problem:
				'This is no review: no line of the Markdown begins with a rule, such as “- **[SEC-014](…)**”, under a heading such as “Met”.',
		};
	}
	return readData(text, found, makeId, today);
}

function readData(
	text: string,
	found: Record<string, Omit<Item, 'edits'>>,
	makeId: () => string,
	today: string,
): ReadResult {
	const heading = /^#\s+(?:Review:\s+)?(.+)$/m.exec(text)?.[1] ?? 'Imported review';
	const name = cleanName(unescapeMarkdown(heading));
	const [, version, json = ''] = new RegExp(`<!-- ${dataMark} (\\d+) (.*) -->`).exec(text) ?? [];
	if (version === undefined) {
		const scope = [{ codes: Object.keys(found).sort() }];
		const own = { id: makeId(), name, created: today, release: 'next', scope, leftOut: [] };
		return readReview({ ...own, items: found });
	}
	const problem = explainVersion(Number(version));
	if (problem !== undefined) return { problem };
	try {
		const { edits, ...data } = JSON.parse(json) as {
			edits?: Record<string, Item['edits']>;
		};
		const items = Object.fromEntries(
			Object.entries(found).map(([code, each]) => [code, { ...each, edits: edits?.[code] ?? {} }]),
		);
		return readReview({ ...data, name, items });
	} catch {
		return {
			problem: 'The comment at the end of the Markdown is damaged. Import the JSON instead.',
		};
	}
}

/** Returns a review as a GitHub task list: what is met or not applicable is done. */
export function formatTasks(review: Review, catalog: Catalog, base: string): string {
	const lines = levels.flatMap((level) =>
		getRows(review, catalog)
			.filter(({ rule }) => rule?.level === level)
			.map((row) => formatTask(row, base)),
	);
	return `${lines.join('\n')}\n`;
}

function formatTask({ code, item, rule }: Row, base: string): string {
	const isDone = item.answer === 'met' || item.answer === 'not applicable';
	const url = getCitedUrl(base, rule?.url ?? '', item.revision);
	const level = rule ? `${getLevelName(rule)}: ` : '';
	const remark = {
		open: '',
		met: item.evidence,
		'not met': item.reason,
		'not applicable': item.reason === '' ? 'not applicable' : `not applicable: ${item.reason}`,
	}[item.answer];
	const title = escapeMarkdown(rule?.title ?? '');
	const tail = remark === '' ? '' : ` — ${formatField(remark.replace(/\s+/g, ' '))}`;
	return `- [${isDone ? 'x' : ' '}] [${code}](${url}) ${level}${title}${tail}`;
}
