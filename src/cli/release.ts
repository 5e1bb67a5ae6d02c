import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { contentRoot, readContent, root } from '../collections/content.ts';
import { writeLedger } from '../collections/ledger.ts';
import { countFindings, formatFindings } from '../ingest/report/terminal.ts';
import { explainVersion, freeze, getChanges, type RuleChange } from '../ledger/release.ts';
import { buildSite } from './build-site.ts';

const usage = 'usage: npm run release -- X.Y.Z';

process.exitCode = await main();

/**
 * Freezes a release: builds the site, records what it publishes under the version, writes the changelog,
 * and builds once more, for the pages that list releases. Nothing is recorded after an error in the
 * first build.
 */
async function main(): Promise<number> {
	const [version, ...rest] = process.argv.slice(2);
	if (version === undefined || rest.length > 0) {
		console.error(usage);
		return 2;
	}
	if (process.env.SOURCES_DIR) {
		console.error(
			`Unexpected SOURCES_DIR=${process.env.SOURCES_DIR}, expected the site's own documents: a release records the addresses of what it builds, and the ledger would hold those of another site. Unset it: nothing was released`,
		);
		return 1;
	}
	const { ledger, ledgerPath, findings } = await readContent('');
	const wrong = explainVersion(version, ledger);
	if (wrong) {
		console.error(`${wrong}\n${usage}`);
		return 1;
	}
	// A statement that is not recorded would be published without a lasting anchor.
	const blocking = findings.filter(
		({ severity, code }) => severity === 'error' || code === 'ledger-outdated',
	);
	if (blocking.length > 0) {
		console.error(`${formatFindings(blocking)}\n${countFindings(blocking)}: nothing was released`);
		return 1;
	}
	const target = resolve(root, process.env.OUT_DIR ?? 'dist');
	const urls = await buildSite(target, `${target}.next`);
	if (!urls) return 1;

	const date = new Date().toISOString().slice(0, 10);
	const changes = getChanges(ledger, null);
	const after = freeze(ledger, { version, date }, urls);
	const changelogPath = join(contentRoot, 'CHANGELOG.md');
	const changelog = await readChangelog(changelogPath);
	await writeLedger(ledgerPath, ledger, after);
	await writeFile(changelogPath, addRelease(changelog, version, date, changes));
	const added = Object.values(after.urls[version] ?? {});
	const fragments = added.reduce((sum, each) => sum + each.length, 0);
	console.log(
		`${version}: ${changes.length} changes of rules, ${added.length} addresses and ${fragments} fragments recorded for the first time`,
	);
	if (!(await buildSite(target, `${target}.next`))) {
		console.error(`${version} is recorded, and the site lacks it: run \`npm run build\``);
		return 1;
	}
	console.log('Commit the ledger and the changelog; the site that was built lists the release.');
	return 0;
}

async function readChangelog(path: string): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch {
		return '# Changelog\n\n## Unreleased\n';
	}
}

/** What was unreleased now stands under the version, with the changes of rules at its end. */
function addRelease(
	changelog: string,
	version: string,
	date: string,
	changes: RuleChange[],
): string {
	const heading = '## Unreleased\n';
	const at = changelog.indexOf(heading);
	const head = at < 0 ? `${changelog.trimEnd()}\n\n` : changelog.slice(0, at);
	const tail = at < 0 ? '' : changelog.slice(at + heading.length);
	const end = tail.search(/^## /m);
	const notes = (end < 0 ? tail : tail.slice(0, end)).trim();
	const older = end < 0 ? '' : `\n${tail.slice(end)}`;
	const parts = [heading, `## ${version} (${date})`, notes, formatChanges(changes)];
	return `${head}${parts
		.filter(Boolean)
		.join('\n\n')
		.replace(/\n{3,}/g, '\n\n')}\n${older}`;
}

/** "API-001 to API-017, SEC-004": codes in a row of one topic as a range. */
function formatCodes(codes: string[]): string {
	const rows: string[][] = [];
	for (const code of codes.toSorted()) {
		const row = rows.at(-1);
		const [prefix = '', number] = (row?.at(-1) ?? '').split('-');
		const next = `${prefix}-${String(Number(number) + 1).padStart(3, '0')}`;
		if (row && code === next) row.push(code);
		else rows.push([code]);
	}
	return rows
		.map((row) => (row.length > 2 ? `${row[0] ?? ''} to ${row.at(-1) ?? ''}` : row.join(', ')))
		.join(', ');
}

function formatChanges(changes: RuleChange[]): string {
	const isNew = ({ class: name }: RuleChange): boolean => name === 'new';
	const fresh = changes.filter(isNew).map(({ code }) => code);
	const lines = changes
		.filter((change) => !isNew(change))
		.map(({ code, after, class: name, note }) => `- ${code} ${after.title} (${name}): ${note}`);
	if (fresh.length > 0) lines.unshift(`- ${fresh.length} new: ${formatCodes(fresh)}`);
	return lines.length === 0 ? '' : `### Rules\n\n${lines.join('\n')}`;
}
