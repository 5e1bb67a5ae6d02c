import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { readContent, readTerminology, toGlossary } from '../collections/content.ts';
import { ingest, noAnchors } from './index.ts';

const folder = join(import.meta.dirname, '../../../shared/seeds');
const skip = existsSync(folder) ? false : 'the raw seeds are not beside the project';

test('the raw seeds are understood', { skip }, async (context) => {
	const files = readdirSync(folder)
		.filter((name) => /^\d{3}_.*\.txt$/.test(name))
		.map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
	const { topics, terms } = await readTerminology();
	const vocabulary = topics.map(({ slug, data }) => ({ slug, ...data }));
	const { documents, findings } = ingest(files, {
		topics: vocabulary,
		terms: toGlossary(terms),
		rules: [],
		ledger: noAnchors,
		isOwn: false,
	});
	const statements = documents.flatMap((document) => document.statements);

	await context.test('no line is lost', () => {
		assert.equal(files.length, 5);
		assert.deepEqual(
			documents.flatMap(({ lost }) => lost),
			[],
		);
	});

	await context.test('at most 3 % of the statements are unsorted', () => {
		const unsorted = statements.filter(({ topic }) => topic === null).length;
		assert.ok(statements.length > 450);
		assert.ok(unsorted / statements.length <= 0.03, `${unsorted} of ${statements.length}`);
	});

	await context.test('both roles of the fifth file are found', () => {
		const roles = documents.filter(({ path }) => path.startsWith('004'));
		assert.deepEqual(
			roles.map(({ title, range }) => ({ title, range })),
			[
				{ title: 'backend-architect', range: [1, 92] },
				{ title: 'Backend Architect', range: [93, 172] },
			],
		);
	});

	await context.test('its front matter is read, with a warning at the line', () => {
		assert.deepEqual(
			findings
				.filter(({ severity }) => severity !== 'info')
				.map(({ code, line }) => ({ code, line })),
			[{ code: 'front-matter-lenient', line: 3 }],
		);
		const entries = documents.find(({ path }) => path.startsWith('004'))?.frontMatter ?? [];
		assert.deepEqual(
			entries.map(({ key }) => key),
			['name', 'description', 'color', 'tools', 'model'],
		);
		assert.match(entries[1]?.value ?? '', /OAuth2 login with Google and GitHub/);
	});

	await context.test('the tags of the third file are sections', () => {
		const third = documents.find(({ path }) => path.startsWith('002'));
		assert.deepEqual(
			third?.headings.map(({ text }) => text),
			[
				'System context',
				'Input contract',
				'Architecture principles',
				'Security baseline',
				'Data modeling',
				'API contract',
				'Observability',
				'Output structure',
			],
		);
	});
});

test('every fact of the seeds is in one of the six documents', { skip }, async () => {
	const { files, settings } = await readContent();
	const { documents } = ingest(files, settings);
	const texts = documents.map(({ title, frontMatter, html }) =>
		[title, ...frontMatter.map(({ value }) => value), getPageText(html)].join(' '),
	);
	const [head = '', ...rows] = readFileSync(join(folder, 'facts.tsv'), 'utf8')
		.trimEnd()
		.split('\n');
	const termsColumn = head.split('\t').indexOf('terms');
	const missing = rows.filter((row) => {
		const terms = (row.split('\t')[termsColumn] ?? '')
			.split(' | ')
			.map((term) => new RegExp(term, 'i'));
		return !texts.some((text) => terms.every((term) => term.test(text)));
	});
	assert.equal(documents.length, 6);
	assert.equal(rows.length, 587);
	assert.deepEqual(missing, []);
});

/** Text of a page: a tag is a space, as a reader's eye takes it. */
function getPageText(html: string): string {
	return html
		.replace(/<[^>]+>/g, ' ')
		.replace(/&#x3C;/g, '<')
		.replace(/&#x26;/g, '&')
		.replace(/\s+/g, ' ');
}
