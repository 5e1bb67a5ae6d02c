import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentRoot, readContent } from '../collections/content.ts';
import { writeLedger } from '../collections/ledger.ts';
import { ruleSchema } from '../collections/schemas.ts';
import { makeSlug } from '../ingest/read/slug.ts';
import { countFindings, formatFindings } from '../ingest/report/terminal.ts';
import { getNextCode, recordRules } from '../ledger/rules.ts';
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
	const draft = {
		id: code,
		title,
		statement: 'Every … MUST ….',
		level: 'MUST' as const,
		kind: 'do' as const,
		aliases: [],
		terms: [],
		references: [],
		related: [],
		technologies: [],
		ties: { add: [], drop: [] },
		revision: 1,
		reviewed: new Date().toISOString().slice(0, 10),
		topic: topic.slug,
		file,
		parts: {},
	};
	const path = join(contentRoot, file);
	await mkdir(dirname(path), { recursive: true });
	// Never over a file that is there.
	await writeFile(path, makeText(draft), { flag: 'wx' });
	await writeLedger(ledgerPath, ledger, recordRules(ledger, [draft]));
	console.log(`${code}: ${file}`);
	console.log('Fill in every part; then run `npm run ledger` and commit both files.');
	return 0;
}

function makeText(rule: {
	id: string;
	title: string;
	statement: string;
	reviewed: string;
}): string {
	const lines = [
		'---',
		`id: ${rule.id}`,
		`title: ${JSON.stringify(rule.title)}`,
		`statement: ${rule.statement}`,
		'level: MUST',
		'kind: do',
		'aliases: []',
		'terms: []',
		'references: []',
		'related: []',
		'revision: 1',
		`reviewed: ${rule.reviewed}`,
		'---',
		...Object.values(partTitles).flatMap((title) => ['', `## ${title}`]),
		'',
	];
	return lines.join('\n');
}
