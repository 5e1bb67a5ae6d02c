import { readContent } from '../collections/content.ts';
import { updateLedger, writeLedger } from '../collections/ledger.ts';
import { ingest } from '../ingest/index.ts';
import { countFindings, formatFindings } from '../ingest/report/terminal.ts';

process.exitCode = await main();

/** Records every statement of the documents in the ledger. Writes nothing after an error. */
async function main(): Promise<number> {
	const content = await readContent();
	const { documents, findings } = ingest(content.files, content.settings);
	const errors = [...content.findings, ...findings].filter(({ severity }) => severity === 'error');
	if (errors.length > 0) {
		console.error(`${formatFindings(errors)}\n${countFindings(errors)}: the ledger is unchanged`);
		return 1;
	}
	await writeLedger(content.ledgerPath, updateLedger(content.settings.ledger, documents));
	const statements = documents.reduce((sum, document) => sum + document.statements.length, 0);
	console.log(`${content.ledgerPath}: ${documents.length} documents, ${statements} statements`);
	return 0;
}
