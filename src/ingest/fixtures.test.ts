import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { type FindingCode, findingKinds } from './finding-kinds.ts';
import { formatFindings } from './report/terminal.ts';
import { ingestTexts } from './testing.ts';

/*
 * A folder for each finding that a text can cause: `input/` causes it, `fixed/` is the same text as
 * the guide mends it, `expected.json` has the findings of the input to the letter.
 */
const folder = join(import.meta.dirname, 'fixtures');
const guide = join(import.meta.dirname, '../../content/guide/findings');

function readTexts(path: string): Record<string, Uint8Array> {
	return Object.fromEntries(
		readdirSync(path).map((name) => [name, readFileSync(join(path, name))]),
	);
}

for (const code of readdirSync(folder)) {
	const { findings } = ingestTexts(readTexts(join(folder, code, 'input')));

	test(`${code}: the input yields the finding at its place, in these words`, () => {
		const expected: unknown = JSON.parse(readFileSync(join(folder, code, 'expected.json'), 'utf8'));
		const found = findings.map((finding) => {
			const { help, ...rest } = finding;
			assert.equal(help, findingKinds[finding.code].help);
			return rest;
		});
		assert.deepEqual(found, expected);
		assert.ok(findings.some((finding) => finding.code === code));
	});

	test(`${code}: the mended text does not`, () => {
		const mended = ingestTexts(readTexts(join(folder, code, 'fixed')));
		assert.deepEqual(
			mended.findings.filter((finding) => finding.code === code),
			[],
		);
		assert.ok(mended.documents.length > 0);
	});

	test(`${code}: the guide shows what the run says`, () => {
		const page = readFileSync(join(guide, `${code}.md`), 'utf8');
		const finding = findings.find((each) => each.code === code);
		assert.ok(finding);
		const shown = finding.severity === 'info' ? finding.message : formatFindings([finding]);
		assert.ok(page.includes(shown), shown);
	});
}

test('the table of findings and the pages of the guide are the same codes', () => {
	const pages = readdirSync(guide)
		.filter((name) => name !== 'index.md')
		.map((name) => name.replace(/\.md$/, ''));
	assert.deepEqual(pages.sort(), Object.keys(findingKinds).sort());
});

test('the list of findings in the guide names every code and its severity', () => {
	const list = readFileSync(join(guide, 'index.md'), 'utf8');
	for (const code of Object.keys(findingKinds) as FindingCode[]) {
		const { severity } = findingKinds[code];
		const row = new RegExp(
			`\\[${code}\\]\\(/guide/findings/${code}/\\)\\s*\\|\\s*${severity}\\s*\\|`,
		);
		assert.match(list, row);
	}
});

test('every finding that a text can cause has a folder', () => {
	/** Caused by bytes, by the folder, by the site's own files, or by a fault of the ingest. */
	const elsewhere = [
		'alias-ambiguous',
		'article-part',
		'article-unknown',
		'content-invalid',
		'ledger-conflict',
		'ledger-edited',
		'ledger-stale',
		'pack-empty',
		'pack-large',
		'pack-part',
		'redirect-invalid',
		'reference-unknown',
		'rule-changed',
		'rule-code',
		'rule-duplicate',
		'rule-missing',
		'rule-part',
		'rule-revision',
		'rule-statement',
		'rule-unknown',
		'rule-withdrawn',
		'snippet-invalid',
		'snippet-unknown',
		'technology-unknown',
		'tie-unknown',
		'url-gone',
		'encoding-nul',
		'encoding-utf16',
		'encoding-utf8',
		'file-skipped',
		'file-unreadable',
		'folder-unreadable',
		'ledger-invalid',
		'ledger-outdated',
		'lines-lost',
		'topic-unknown',
	];
	const missing = Object.keys(findingKinds).filter(
		(code) => !elsewhere.includes(code) && !existsSync(join(folder, code)),
	);
	assert.deepEqual(missing, []);
});
