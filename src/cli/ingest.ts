import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { joinFindings } from '../collections/join-findings.ts';
import { readContent } from '../collections/content.ts';
import { ingest } from '../ingest/index.ts';
import { makeReport } from '../ingest/report/report.ts';
import { formatReport } from '../ingest/report/terminal.ts';
import { makeProgress } from '../collections/progress.ts';

const usage = 'usage: npm run ingest -- [--sources DIR] [--json FILE]';

process.exitCode = await main();

/** Reads a folder and reports, without building a site. Returns the exit code: 1 after an error. */
async function main(): Promise<number> {
	let options: { sources?: string; json?: string };
	try {
		options = parseArgs({
			options: { sources: { type: 'string' }, json: { type: 'string' } },
		}).values;
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
		return 2;
	}
	const content = await readContent(options.sources);
	const result = ingest(content.files, { ...content.settings, onProgress: makeProgress('ingest') });
	const findings = joinFindings(content, result.findings);
	const all = { documents: result.documents, findings };

	if (options.json) await writeFile(options.json, `${JSON.stringify(makeReport(all), null, 2)}\n`);
	console.log(formatReport(all));
	return findings.some((finding) => finding.severity === 'error') ? 1 : 0;
}
