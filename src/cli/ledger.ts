import { joinFindings } from '../collections/join-findings.ts';
import { readContent } from '../collections/content.ts';
import { recordStatements, writeLedger } from '../collections/ledger.ts';
import { ingest } from '../ingest/index.ts';
import { countFindings, formatFindings } from '../ingest/report/terminal.ts';
import { recordRules } from '../ledger/rules.ts';
import { checkTies } from '../rules/check.ts';

process.exitCode = await main();

/** Records every rule and every statement of the documents in the ledger. Writes nothing after an error. */
async function main(): Promise<number> {
	const content = await readContent();
	const { documents, findings } = ingest(content.files, content.settings);
	const ties = content.isOwn ? checkTies(content.rules, documents) : [];
	const errors = joinFindings(content, [...findings, ...ties]).filter(
		// A ledger that is behind is what this command is for.
		({ severity, code }) => severity === 'error' && code !== 'ledger-stale',
	);
	if (errors.length > 0) {
		console.error(`${formatFindings(errors)}\n${countFindings(errors)}: the ledger is unchanged`);
		return 1;
	}
	const before = content.isOwn
		? content.ledger
		: { ...content.ledger, statements: content.settings.ledger.statements };
	const rules = content.isOwn ? content.rules.map(({ rule }) => rule) : [];
	const after = recordStatements(recordRules(before, rules), documents);
	await writeLedger(content.ledgerPath, before, after);
	const statements = documents.reduce((sum, document) => sum + document.statements.length, 0);
	console.log(
		`${content.ledgerPath}: ${rules.length} rules, ${documents.length} documents, ${statements} statements`,
	);
	return 0;
}
