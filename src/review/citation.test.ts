import assert from 'node:assert/strict';
import test from 'node:test';
import {
	type CitationForm,
	citationForms,
	formatCitation,
	getCitedUrl,
	getRulePath,
} from './citation.ts';

const cited = {
	name: 'SEC-014 Rate-limit authentication endpoints',
	level: 'MUST',
	statement: 'Every endpoint MUST limit <b>id_token</b> attempts.',
	url: getCitedUrl('https://plumbline.example/', '/rules/sec-014/', 2),
};

test('each form has code, level, statement and URL with revision', () => {
	for (const form of Object.keys(citationForms) as CitationForm[]) {
		const text = formatCitation(cited, form);
		const parts = form === 'url' ? [] : ['SEC-014', 'MUST', 'attempts.'];
		for (const part of [...parts, 'plumbline.example/rules/sec-014/?rev=2']) {
			assert.ok(text.includes(part), `${form}: ${part}`);
		}
	}
});

test('forms are those of the places they go to', () => {
	assert.match(formatCitation(cited, 'link'), /^\[SEC-014 [^\]]+\]\(https:[^)]+\) \(MUST\): Every/);
	assert.match(formatCitation(cited, 'comment'), /^issue \(blocking\): SEC-014 .+\n\nMUST: Every/);
	assert.match(formatCitation(cited, 'task'), /^- \[ \] \[SEC-014/);
	assert.equal(formatCitation(cited, 'chat').split('\n').length, 1);
	const label = (level: string | undefined): string | undefined =>
		formatCitation({ ...cited, level }, 'comment').split(':')[0];
	assert.equal(label('SHOULD'), 'suggestion');
	assert.equal(label('MAY'), 'suggestion');
	assert.equal(label('MUST NOT'), 'issue (blocking)');
	assert.equal(label(undefined), 'note');
});

test('markup in a statement is text in Markdown, and as it is in a chat', () => {
	assert.ok(formatCitation(cited, 'link').includes('\\<b\\>id\\_token'));
	assert.ok(formatCitation(cited, 'chat').includes('<b>id_token</b>'));
});

test('a place on the page stands behind the revision', () => {
	assert.equal(getCitedUrl('', '/rules/sec-014/', 2, 'evidence'), '/rules/sec-014/?rev=2#evidence');
});

test('an address counts from the home page, wherever the site is', () => {
	const home = 'https://docs.example/team/plumbline/';
	const url = `${home}rules/sec-014/?rev=2`;
	assert.equal(getCitedUrl(home, '/team/plumbline/rules/sec-014/', 2), url);
	// A rule that the site does not know has no address of the site to begin with.
	assert.equal(getCitedUrl(home, getRulePath('SEC-014'), 2), url);
});
