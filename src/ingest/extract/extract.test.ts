import assert from 'node:assert/strict';
import test from 'node:test';
import { findStatement, ingestText } from '../testing.ts';

test('items know their parents, and lists the line that introduces them', () => {
	const document = ingestText('Rules for all:\n\n- Outer\n  - Inner\n\n    More of it\n- Next\n');
	const lead = findStatement(document, 'Rules');
	const outer = findStatement(document, 'Outer');
	assert.equal(outer.parent, lead.anchor);
	assert.equal(findStatement(document, 'Inner').parent, outer.anchor);
	assert.equal(findStatement(document, 'Inner').text, 'Inner More of it');
	assert.equal(findStatement(document, 'Next').parent, lead.anchor);
});

test('bold lead-ins become labels', () => {
	const document = ingestText(
		'**Startup**:\n\n- **One:** first\n- **Two**: second\n- **Bold** in a sentence\n- **Wholly bold.**\n- **Group**\n  - inner\n',
	);
	const labels = document.statements.map(({ label }) => label);
	assert.deepEqual(labels, ['Startup', 'One', 'Two', undefined, undefined, 'Group', undefined]);
});

test('each construct is a statement of its own, with its lines', () => {
	const document = ingestText(
		'# H\n\nA paragraph\nof two lines.\n\n- [ ] A task\n\n| a | b |\n|---|---|\n| x | y |\n\n```sql\nselect 1;\n\nselect 2;\n```\n\n> Quoted\n\nSee[^1].\n\n[^1]: A note\n',
	);
	assert.deepEqual(
		document.statements.map(({ construct, line, endLine, text }) => [
			construct,
			line,
			endLine,
			text,
		]),
		[
			['paragraph', 3, 4, 'A paragraph of two lines.'],
			['task', 6, 6, 'A task'],
			['row', 10, 10, 'x · y'],
			['code', 12, 16, 'select 1;\n\nselect 2;'],
			['paragraph', 18, 18, 'Quoted'],
			['paragraph', 20, 20, 'See.'],
			['paragraph', 22, 22, 'A note'],
		],
	);
	assert.deepEqual(
		document.lines.skipped.map(({ line, reason }) => [line, reason]),
		[
			[1, 'heading'],
			[8, 'table head'],
			[9, 'table head'],
		],
	);
});

test('lists of names yield technologies, and other lists after a colon do not', () => {
	const document = ingestText(
		'# Tools\n\n- Databases: PostgreSQL, MongoDB and DynamoDB\n- Logs: structured, with IDs\n- Note: see the text\n',
	);
	assert.deepEqual(
		document.statements.map(({ technologies, kind }) => [technologies, kind]),
		[
			[['PostgreSQL', 'MongoDB', 'DynamoDB'], 'technology'],
			[undefined, 'practice'],
			[undefined, 'practice'],
		],
	);
});

test('tag-like sections are sections: nested, and ending the list above', () => {
	const document = ingestText(
		'<outer>\n- in outer\n<inner_part>\n\n- in inner\n</inner_part>\n\n- again outer\n</outer>\n\noutside\n',
	);
	assert.deepEqual(
		document.statements.map(({ text, path }) => [text, path]),
		[
			['in outer', ['Outer']],
			['in inner', ['Outer', 'Inner part']],
			['again outer', ['Outer']],
			['outside', []],
		],
	);
});

test('a tag in code is code, and a tag of HTML is text', () => {
	const document = ingestText('```\n<section_one>\n```\n\n<div>\n\ntext\n');
	assert.deepEqual(document.headings, []);
	assert.equal(document.statements[0]?.text, '<section_one>');
	assert.equal(document.statements[1]?.text, '<div>');
});

test('lines that all start with a mark are statements of their own', () => {
	const document = ingestText('### Will not do\n\n❌ Run servers  \n❌ Draw pictures\n');
	assert.deepEqual(
		document.statements.map(({ text, line, kind }) => [text, line, kind]),
		[
			['❌ Run servers', 3, 'context'],
			['❌ Draw pictures', 4, 'context'],
		],
	);
});

test('headings named like properties, repeated ones and skipped levels are built', () => {
	const document = ingestText(
		'# constructor\n\n- a\n\n## \\_\\_proto\\_\\_\n\n- b\n\n#### Deep\n\n- c\n\n## constructor\n\n- d\n\n## _top\n\n- e\n',
	);
	assert.deepEqual(
		document.headings.map(({ anchor }) => anchor),
		['constructor', '__proto__', 'deep', 'constructor-1', '_top'].map((anchor) =>
			anchor === 'constructor-1'
				? 'constructor-2'
				: anchor.startsWith('_')
					? `h-${anchor}`
					: anchor,
		),
	);
	assert.deepEqual(findStatement(document, 'c').path, ['constructor', '__proto__', 'Deep']);
});
