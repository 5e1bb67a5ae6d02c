import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentRoot, readContent } from '../collections/content.ts';
import { writeLedger } from '../collections/ledger.ts';
import { ruleSchema } from '../collections/schemas.ts';
import { makeSlug } from '../ingest/read/slug.ts';
import { countFindings, formatFindings } from '../ingest/report/terminal.ts';
import { getNextCode, type RecordableRule, recordRules } from '../ledger/rules.ts';
import { partTitles } from '../rules/model.ts';

const usage = 'usage: npm run new:rule -- --topic SEC "Title of three to nine words"';

process.exitCode = await main();

/** Takes the next code of a topic, writes the file of the rule, and records the code in the ledger. */
async function main(): Promise<number> {
	let topicName: string | undefined;
	let title: string | undefined;
	try {
		const { values, positionals } = parseArgs({
			options: { topic: { type: 'string' } },
			allowPositionals: true,
		});
		topicName = values.topic;
		[title] = positionals;
		if (positionals.length > 1) throw new Error('Put the title in quotes.');
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
		return 2;
	}
	if (topicName === undefined || title === undefined) {
		console.error(usage);
		return 2;
	}
	const { topics, rules, ledger, ledgerPath, findings } = await readContent();
	const blocking = new Set(['ledger-conflict', 'ledger-edited', 'ledger-invalid']);
	const inTheWay = findings.filter(({ code }) => blocking.has(code));
	if (inTheWay.length > 0) {
		console.error(`${formatFindings(inTheWay)}\n${countFindings(inTheWay)}: no code was taken`);
		return 1;
	}
	const topic = topics.find(({ slug, data }) => data.prefix === topicName || slug === topicName);
	if (!topic) {
		const names = topics.map(({ data }) => data.prefix).join(', ');
		console.error(`Unexpected topic “${topicName}”, expected one of ${names}`);
		return 1;
	}
	if (!ruleSchema.shape.title.safeParse(title).success) {
		console.error(`Unexpected title “${title}”, expected three to nine words`);
		return 1;
	}
	const code = getNextCode(
		topic.data.prefix,
		ledger,
		rules.map(({ rule }) => rule),
	);
	const file = `content/rules/${topic.slug}/${makeSlug(title)}.md`;
	const draft: RecordableRule = {
		id: code,
		topic: topic.slug,
		title,
		statement: 'Every … MUST ….',
		level: 'MUST',
		kind: 'do',
		revision: 1,
	};
	if (!(await writeDraft(file, draft))) {
		console.error(
			`${file}\n  Unexpected file of this name, expected none: no code was taken.\n  Choose another title, or edit the rule that is there.`,
		);
		return 1;
	}
	await writeLedger(ledgerPath, ledger, recordRules(ledger, [draft]));
	console.log(`${code}: ${file}`);
	console.log('Fill in every field and part; then run `npm run ledger` and commit both files.');
	return 0;
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
