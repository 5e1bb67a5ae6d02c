import assert from 'node:assert/strict';
import test from 'node:test';
import { ingestText, ingestTexts } from './testing.ts';

test('the title comes from front matter, else the first heading, else the file name', () => {
	const titles = ingestTexts({
		'a.md': '---\ntitle: From title\nname: From name\n---\n# H\n\n- x',
		'b.md': '---\nname: From name\n---\n# H\n\n- x',
		'c.md': 'text\n\n## First *heading*\n',
		'sub/d-file.md': '- x',
		'e.md': '---\ntitle: [a, list]\n---\n# H\n\n- x',
	}).documents.map(({ title }) => title);
	assert.deepEqual(titles, ['From title', 'From name', 'First heading', '["a","list"]', 'd-file']);
});

test('several roles in one file are kept apart', () => {
	const { documents } = ingestTexts({
		'two.md':
			'---\nname: first\n---\n\nYou are a tester.\n\n- a\n\n# Second\n\n**Role**: An architect.\n\n- b\n',
		'one.md': '# One\n\ntext\n\n# Two\n\nmore text\n',
	});
	assert.deepEqual(
		documents.map(({ id, title, range }) => [id, title, range]),
		[
			['one', 'One', [1, 7]],
			['two', 'first', [1, 8]],
			['two-second', 'Second', [9, 13]],
		],
	);
});

test('keys that a site generator would act on are data of the document', () => {
	const document = ingestText(
		'---\ndraft: true\nslug: /\nhead: x\npagefind: false\n---\n\n- text\n',
	);
	assert.equal(document.id, 'one');
	assert.deepEqual(
		document.frontMatter.map(({ key, value }) => [key, value]),
		[
			['draft', 'true'],
			['slug', '/'],
			['head', 'x'],
			['pagefind', 'false'],
		],
	);
});

test('a dead link is an error in the own content of the site', () => {
	const texts = { 'a.md': '- See [b](b.md)' };
	const severityOf = (isOwn: boolean): string | undefined =>
		ingestTexts(texts, { isOwn }).findings.find(({ code }) => code === 'document-missing')
			?.severity;
	assert.equal(severityOf(false), 'warning');
	assert.equal(severityOf(true), 'error');
});

test('own documents that the ledger does not know are reported', () => {
	const { findings } = ingestTexts({ 'a.md': '- x\n- y' }, { isOwn: true });
	assert.deepEqual(
		findings.map(({ message }) => message),
		['Unexpected ledger: 2 statements not recorded, 0 recorded ones gone.'],
	);
});

test('a result that is still good is reused, unless a link of it changed its target', () => {
	const before = ingestTexts({ 'a.md': '- [b](b.md)' });
	assert.equal(before.documents[0]?.links[0]?.found, false);
	const after = ingestTexts({ 'a.md': '- [b](b.md)', 'b.md': '- x' });
	assert.equal(after.documents[0]?.links[0]?.found, true);
});
