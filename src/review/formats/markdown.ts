import { codePattern, getLevelName } from '../../rules/model.ts';
import { getCitedUrl, getRulePath } from '../citation.ts';
import { countEdit } from '../change.ts';
import {
	type Answer,
	answerNames,
	answers,
	type Catalog,
	cleanName,
	formatVersion,
	isLink,
	type Item,
	type ItemContent,
	lacksReason,
	limits,
	type Review,
	type TextField,
	textFields,
} from '../model.ts';
import { getProgress } from '../progress.ts';
import { getRows, getSections, type Row, sections, sortByLevel } from '../rows.ts';
import { escapeMarkdown, unescapeMarkdown } from './escape.ts';
import { explainVersion, type ReadResult, readReview } from './shape.ts';

/** Beginning of the comment that holds what a reader does not need to see. */
const dataMark = 'plumbline-review';

/**
 * Returns a review as Markdown for people, with a comment at its end for `parseMarkdown`. `base` is the
 * address of the site.
 */
export function formatMarkdown(review: Review, catalog: Catalog, base: string): string {
	const parts = getSections(review, catalog).map(({ title, rows }) => {
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

function formatRow({ code, item, rule, statement, isChanged }: Row, base: string): string {
	const url = getCitedUrl(base, rule?.url ?? getRulePath(code), item.revision);
	const said = rule
		? `${getLevelName(rule)}: ${escapeMarkdown(rule.title)}. ${escapeMarkdown(statement)}`
		: 'not among the rules of this site';
	const remarks = [
		...(isChanged ? ['The rule has changed since'] : []),
		...(lacksReason(item) ? ['No reason given'] : []),
		...textFields
			.filter((field) => item[field] !== '')
			.map((field) => `${fieldTitles[field]}: ${formatField(item[field])}`),
	];
	return [`- **[${code}](${url})** ${said}`, ...remarks.map((text) => `  - ${text}`)].join('\n');
}

const fieldTitles = { reason: 'Reason', evidence: 'Evidence', note: 'Note' } as const;

/** A link stands as a link; `<` and `>` around it keep its characters as they are. */
function formatField(text: string): string {
	return isLink(text) ? `<${text}>` : escapeMarkdown(text, '    ');
}

/** A table of answers by level. */
function formatNumbers(review: Review, catalog: Catalog): string {
	const { all, byLevel } = getProgress(review, catalog);
	const columns: Answer[] = [...answers.filter((answer) => answer !== 'open'), 'open'];
	const rows = [...byLevel, { name: 'All', counts: all }];
	return [
		`| Level | ${columns.map((answer) => answerNames[answer]).join(' | ')} | All |`,
		`| --- |${' ---: |'.repeat(columns.length + 1)}`,
		...rows.map(({ name, counts }) => {
			const cells = [...columns.map((answer) => counts[answer]), counts.total];
			return `| ${name} | ${cells.join(' | ')} |`;
		}),
	].join('\n');
}

/**
 * What a reader does not need to see. Each item has a digest beside its edits: where its lines were
 * changed by hand, they no longer agree. `<`, `>` and `--` would end the comment: as escapes they are the
 * same JSON.
 */
function formatData({ id, created, release, scope, leftOut, items }: Review): string {
	const marks = Object.fromEntries(
		Object.entries(items).map(([code, item]) => [code, [digest(item), item.edits]]),
	);
	const json = JSON.stringify({ id, created, release, scope, leftOut, marks })
		.replaceAll('<', '\\u003c')
		.replaceAll('>', '\\u003e')
		.replaceAll('--', '-\\u002d');
	return `<!-- ${dataMark} ${formatVersion} ${json} -->`;
}

/** Returns 32 bits of what an item says, as text (FNV-1a). */
function digest({ revision, answer, reason, evidence, note }: ItemContent): string {
	let hash = 0x811c9dc5;
	for (const char of JSON.stringify([revision, answer, reason, evidence, note])) {
		hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
	}
	return (hash >>> 0).toString(36);
}

const rowPattern = new RegExp(
	`^\\s*[-*+] (?:\\[[ xX]\\] )?\\*\\*\\[(${codePattern.source})\\]\\(([^)\\s]*)\\)\\*\\*`,
);
const fieldPattern = /^\s+[-*+] (Reason|Evidence|Note): ?(.*)$/;

/** A line that the next one continues: it ends in a backslash that is no escaped one. */
const continued = /(?:^|[^\\])(?:\\\\)*\\$/;

type Found = Record<string, ItemContent>;

/**
 * Reads what `formatMarkdown` wrote, and what people made of it: the parts say the answers; a rule under
 * any other heading is not answered. Without the comment at the end it is a review of its own; `makeId`
 * names it, `today` dates it.
 */
export function parseMarkdown(text: string, makeId: () => string, today: string): ReadResult {
	const found = readItems(text.replace(/\r\n?/g, '\n').split('\n'));
	if (Object.keys(found).length === 0) {
		return {
			problem:
				'This is no review: no line of the Markdown begins with a rule, such as “- **[SEC-014](…)**”, under a heading such as “Met”.',
		};
	}
	const heading = /^#\s+(?:Review:\s+)?(.+)$/m.exec(text)?.[1] ?? 'Imported review';
	const name = cleanName(unescapeMarkdown(heading));
	const start = text.lastIndexOf(`<!-- ${dataMark} `);
	if (start >= 0) return readData(text.slice(start), name, found);
	const scope = [{ codes: Object.keys(found).sort() }];
	const own = { id: makeId(), name, created: today, release: 'next', scope, leftOut: [] };
	return readReview({ ...own, items: found });
}

function readItems(lines: string[]): Found {
	const found: Found = {};
	let answer: Answer = 'open';
	let item: ItemContent | undefined;
	for (let i = 0; i < lines.length; i++) {
		const line = lines[i] ?? '';
		const [, heading] = /^#{1,6}\s+(.*?)(?:\s+\(\d+\))?\s*$/.exec(line) ?? [];
		if (heading !== undefined) {
			answer = sections.find(({ title }) => title === heading)?.answer ?? 'open';
			item = undefined;
		}
		const [row, code = '', url = ''] = rowPattern.exec(line) ?? [];
		if (row !== undefined) {
			const revision = Number(/[?&]rev=(\d+)/.exec(url)?.[1] ?? 1);
			item = { revision, answer, reason: '', evidence: '', note: '' };
			found[code] = item;
		}
		const field = readField(line);
		if (!field || !item) continue;
		const value = [field.first];
		while (continued.test(value.at(-1) ?? '') && i + 1 < lines.length) {
			value.push(lines[++i] ?? '');
		}
		item[field.name] = readValue(value.join('\n').slice(0, 4 * limits.text));
	}
	return found;
}

function readField(line: string): { name: TextField; first: string } | undefined {
	const [, title = '', first = ''] = fieldPattern.exec(line) ?? [];
	const name = textFields.find((each) => fieldTitles[each] === title);
	return name && { name, first };
}

function readValue(value: string): string {
	const [, link] = /^<([^<>]*)>$/.exec(value) ?? [];
	return link !== undefined && isLink(link) ? link : unescapeMarkdown(value);
}

/** Takes the rest from the comment. Lines that were changed by hand count as an edit of their own. */
function readData(comment: string, name: string, found: Found): ReadResult {
	const [, version, json = ''] = /^<!-- \S+ (\d+) (.*) -->/.exec(comment) ?? [];
	const problem = explainVersion(version === undefined ? undefined : Number(version));
	if (problem !== undefined) return { problem };
	try {
		const { marks = {}, ...data } = JSON.parse(json) as {
			marks?: Record<string, [string, Item['edits']] | undefined>;
		};
		const items = Object.entries(found).map(([code, content]) => {
			const [was, edits = {}] = marks[code] ?? [];
			const isSame = was === digest(content);
			return [code, { ...content, edits: isSame ? edits : countEdit({ edits }, 'text') }];
		});
		return readReview({ ...data, name, items: Object.fromEntries(items) as Review['items'] });
	} catch {
		return {
			problem: 'The comment at the end of the Markdown is damaged. Import the JSON instead.',
		};
	}
}

/** Returns a review as a GitHub task list: what is met or not applicable is done. */
export function formatTasks(review: Review, catalog: Catalog, base: string): string {
	const rows = sortByLevel(getRows(review, catalog));
	return `${rows.map((row) => formatTask(row, base)).join('\n')}\n`;
}

function formatTask({ code, item, rule }: Row, base: string): string {
	const isDone = item.answer === 'met' || item.answer === 'not applicable';
	const url = getCitedUrl(base, rule?.url ?? getRulePath(code), item.revision);
	const what = rule ? `${getLevelName(rule)}: ${escapeMarkdown(rule.title)}` : 'unknown rule';
	const remark = {
		open: '',
		met: item.evidence,
		'not met': item.reason,
		'not applicable': item.reason === '' ? 'not applicable' : `not applicable: ${item.reason}`,
	}[item.answer];
	const tail = remark === '' ? '' : ` — ${formatField(remark.replace(/\s+/g, ' '))}`;
	return `- [${isDone ? 'x' : ' '}] [${code}](${url}) ${what}${tail}`;
}
