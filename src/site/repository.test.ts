import assert from 'node:assert/strict';
import test from 'node:test';
import { readRepository, urlOfEdit, urlOfReport } from './repository.ts';

const repository = { url: 'https://host.example/team/site', branch: 'main' };
const rule = {
	title: 'Validate',
	url: '/rules/sec-001/',
	code: 'SEC-001',
	revision: 2,
	file: 'content/rules/security/validate.md',
};

test('without an address there is no repository', () => {
	assert.equal(readRepository({}), undefined);
	assert.equal(readRepository({ REPOSITORY_URL: '' }), undefined);
});

test('the branch is main unless another is named', () => {
	const env = { REPOSITORY_URL: 'https://host.example/team/site/' };
	assert.deepEqual(readRepository(env), repository);
	assert.equal(readRepository({ ...env, REPOSITORY_BRANCH: 'next' })?.branch, 'next');
});

test('a page is edited where its file is', () => {
	assert.equal(
		urlOfEdit(repository, rule),
		'https://host.example/team/site/edit/main/content/rules/security/validate.md',
	);
	assert.equal(urlOfEdit(repository, { title: 'Coverage', url: '/coverage/' }), undefined);
});

test('the report of a rule names its code and revision', () => {
	const { pathname, searchParams } = new URL(urlOfReport(repository, rule));
	assert.equal(pathname, '/team/site/issues/new');
	assert.deepEqual(Object.fromEntries(searchParams), {
		template: 'wrong-rule.yml',
		title: 'SEC-001: ',
		code: 'SEC-001',
		revision: '2',
	});
});

test('the report of another page names its address', () => {
	const page = { title: 'Coverage', url: '/coverage/' };
	const { searchParams } = new URL(urlOfReport(repository, page));
	assert.equal(searchParams.get('template'), 'wrong-page.yml');
	assert.equal(searchParams.get('page'), '/coverage/');
});
