import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Content, contentRoot, readContent } from '../collections/content.ts';
import { writeLedger } from '../collections/ledger.ts';
import { ruleSchema } from '../collections/schemas.ts';
import { makeSlug } from '../ingest/read/slug.ts';
import { countFindings, formatFindings } from '../ingest/report/terminal.ts';
import { getNextCode, type RecordableRule, recordRules } from '../ledger/rules.ts';
import { partTitles } from '../rules/model.ts';

const usage = 'usage: npm run new:rule -- --topic SEC "Title of three to nine words"';

/** Findings with which no code can be taken: only a sound ledger tells which is the next. */
const blocking: ReadonlySet<string> = new Set([
	'ledger-conflict',
	'ledger-edited',
	'ledger-invalid',
]);

process.exitCode = await main();

/** Takes the next code of a topic, writes the file of the rule, and records the code in the ledger. */
async function main(): Promise<number> {
	const wanted = parseWish(process.argv.slice(2));
	if (typeof wanted === 'string') return fail(wanted, 2);
	const content = await readContent();
	const draft = makeDraft(wanted, content);
	if (typeof draft === 'string') return fail(draft);
	const file = `content/rules/${draft.topic}/${makeSlug(draft.title)}.md`;
	if (!(await writeDraft(file, draft))) {
		return fail(
			`${file}\n  Unexpected file of this name, expected none: no code was taken.\n  Choose another title, or edit the rule that is there.`,
		);
	}
	await writeLedger(content.ledgerPath, content.ledger, recordRules(content.ledger, [draft]));
	console.log(`${draft.id}: ${file}`);
	console.log('Fill in every field and part; then run `npm run ledger` and commit both files.');
	return 0;
}

function fail(message: string, exitCode = 1): number {
	console.error(message);
	return exitCode;
}

/** What the command line asks for. */
interface Wish {
	/** Prefix or slug. */
	topic: string;
	title: string;
}

/** Returns what the command line asks for, or why it is not understood. */
function parseWish(args: string[]): Wish | string {
	try {
		const { values, positionals } = parseArgs({
			args,
			options: { topic: { type: 'string' } },
			allowPositionals: true,
		});
		if (positionals.length > 1) throw new Error('Put the title in quotes.');
		const [title] = positionals;
		return values.topic === undefined || title === undefined
			? usage
			: { topic: values.topic, title };
	} catch (error) {
		return `${error instanceof Error ? error.message : String(error)}\n${usage}`;
	}
}

/** Returns a rule with the next code of its topic, or why there is none to give. */
function makeDraft(wanted: Wish, content: Content): RecordableRule | string {
	const inTheWay = content.findings.filter(({ code }) => blocking.has(code));
	if (inTheWay.length > 0) {
		return `${formatFindings(inTheWay)}\n${countFindings(inTheWay)}: no code was taken`;
	}
	const topic = content.topics.find(
		({ slug, data }) => data.prefix === wanted.topic || slug === wanted.topic,
	);
	if (!topic) {
		const names = content.topics.map(({ data }) => data.prefix).join(', ');
		return `Unexpected topic “${wanted.topic}”, expected one of ${names}`;
	}
	if (!ruleSchema.shape.title.safeParse(wanted.title).success) {
		return `Unexpected title “${wanted.title}”, expected three to nine words`;
	}
	const rules = content.rules.map(({ rule }) => rule);
	return {
		id: getNextCode(topic.data.prefix, content.ledger, rules),
		topic: topic.slug,
		title: wanted.title,
		statement: 'Every … MUST ….',
		level: 'MUST',
		kind: 'do',
		revision: 1,
	};
}

/** Writes the file of a new rule, never over one that is there: then it returns false. */
async function writeDraft(file: string, draft: RecordableRule): Promise<boolean> {
	const path = join(contentRoot, file);
	await mkdir(dirname(path), { recursive: true });
	try {
		await writeFile(path, formatDraft(draft), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}

/** What is left empty here is refused by the schema until somebody fills it in. */
function formatDraft({ id, title, statement, level, kind, revision }: RecordableRule): string {
	const lines = [
		'---',
		`id: ${id}`,
		`title: ${JSON.stringify(title)}`,
		`statement: ${statement}`,
		`level: ${level}`,
		`kind: ${kind}`,
		'damage:',
		'tags: []',
		'aliases: []',
		'symptoms: []',
		'terms: []',
		'references: []',
		'related: []',
		`revision: ${revision}`,
		`reviewed: ${new Date().toISOString().slice(0, 10)}`,
		'---',
		...Object.values(partTitles).flatMap((part) => ['', `## ${part}`]),
		'',
	];
	return lines.join('\n');
}
