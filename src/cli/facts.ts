import { readFile } from 'node:fs/promises';
import { readContent } from '../collections/content.ts';
import { ingest } from '../ingest/index.ts';
import { makeTier } from '../ingest/tie/tie.ts';
import { findSupport } from './facts/find-support.ts';
import { parseFacts } from './facts/parse-facts.ts';
import { placeFacts } from './facts/place-facts.ts';

const usage = 'usage: npm run facts -- FACTS.tsv';

process.exitCode = await main();

/** Prints for each fact of a table where the site states it, and which rules it supports. */
async function main(): Promise<number> {
	const [path] = process.argv.slice(2);
	if (path === undefined) {
		console.error(usage);
		return 2;
	}
	const content = await readContent('');
	const { documents } = ingest(content.files, content.settings);
	const placings = placeFacts(parseFacts(await readFile(path, 'utf8')), documents);
	const supports = findSupport(placings, makeTier(content.settings.rules));
	const rows = placings.map(({ fact, spot }, i) => ({
		id: fact.id,
		place: spot?.address ?? '',
		rules: supports[i]?.rules ?? [],
		elsewhere: supports[i]?.elsewhere ?? '',
	}));
	console.log('fact\tstatement\trules\telsewhere');
	for (const { id, place, rules, elsewhere } of rows) {
		console.log([id, place, rules.join(' '), elsewhere].join('\t'));
	}
	const missing = rows.filter(({ place }) => place === '').length;
	const ruled = rows.filter(({ rules }) => rules.length > 0).length;
	console.error(
		`${rows.length} facts: ${ruled} support rules, ${rows.length - ruled - missing} elsewhere, ${missing} nowhere`,
	);
	return missing === 0 ? 0 : 1;
}
