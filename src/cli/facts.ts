import { readFile } from 'node:fs/promises';
import { readContent } from '../collections/content.ts';
import { ingest } from '../ingest/index.ts';
import { parseFacts, placeFacts } from './facts/place-facts.ts';

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
	const placed = placeFacts(parseFacts(await readFile(path, 'utf8')), documents);
	console.log('fact\tstatement\trules\telsewhere');
	for (const { id, place, rules, elsewhere } of placed) {
		console.log([id, place, rules.join(' '), elsewhere].join('\t'));
	}
	const missing = placed.filter(({ place }) => place === '');
	const ruled = placed.filter(({ rules }) => rules.length > 0).length;
	console.error(
		`${placed.length} facts: ${ruled} support rules, ${placed.length - ruled - missing.length} elsewhere, ${missing.length} nowhere`,
	);
	return missing.length === 0 ? 0 : 1;
}
