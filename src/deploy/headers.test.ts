import assert from 'node:assert/strict';
import test from 'node:test';
import { everywhere, formatHeadersFile, getHeaders, isMatch, rules, transport } from './headers.ts';
import { formatRedirectsFile, formatRedirectsMap } from './redirects.ts';
import { formatSecurityTxt } from './security-txt.ts';

const paths = [
	'/',
	'/rules/iam-002/',
	'/404.html',
	'/_astro/page.abc.js',
	'/pagefind/pagefind.js',
	'/pagefind/fragment/en_1.pf_fragment',
	'/search/index.abc.json',
	'/search/',
	'/api/v1/rules.json',
	'/rules.csv',
	'/rules.md',
	'/agents/backend-architect.md',
	'/pictures/iam-002.png',
	'/changes.xml',
	'/opensearch.xml',
	'/sw.js',
];

test('no path gets a header from two rules: hosts would join the values', () => {
	for (const path of paths) {
		const names = rules
			.filter((rule) => isMatch(rule.path, path))
			.flatMap(({ headers }) => Object.keys(headers))
			.concat(Object.keys(everywhere), Object.keys(transport));
		assert.equal(new Set(names).size, names.length, path);
	}
});

test('every rule is met by a path that the tests look at', () => {
	const idle = rules.filter(({ path }) => !paths.some((each) => isMatch(path, each)));
	assert.deepEqual(
		idle.map(({ path }) => path),
		['/pagefind/index/*', '/pagefind/filter/*'],
	);
});

test('names with a hash are kept for a year, others are asked for again', () => {
	const getCaching = (path: string): string | undefined => getHeaders(path, true)['Cache-Control'];
	assert.equal(getCaching('/_astro/page.abc.js'), 'public, max-age=31536000, immutable');
	assert.equal(getCaching('/search/index.abc.json'), 'public, max-age=31536000, immutable');
	assert.equal(getCaching('/search/'), 'public, max-age=0, must-revalidate');
	assert.equal(getCaching('/pagefind/pagefind.js'), 'public, max-age=0, must-revalidate');
	assert.equal(getCaching('/sw.js'), 'no-cache');
});

test('other sites may read data, and nothing else', () => {
	const open = paths.filter((path) => 'Access-Control-Allow-Origin' in getHeaders(path, true));
	assert.deepEqual(open, [
		'/api/v1/rules.json',
		'/rules.csv',
		'/rules.md',
		'/agents/backend-architect.md',
		'/pictures/iam-002.png',
		'/changes.xml',
	]);
});

test('types are those of the file, also where the extension does not say it', () => {
	const getType = (path: string): string | undefined => getHeaders(path, true)['Content-Type'];
	assert.equal(getType('/rules/'), 'text/html; charset=utf-8');
	assert.equal(getType('/rules.md'), 'text/markdown; charset=utf-8');
	assert.equal(getType('/changes.xml'), 'application/atom+xml; charset=utf-8');
	assert.equal(getType('/.well-known/security.txt'), 'text/plain; charset=utf-8');
	assert.equal(getType('/pagefind/fragment/en_1.pf_fragment'), 'application/octet-stream');
});

test('transport security is asked for over TLS only', () => {
	assert.equal('Strict-Transport-Security' in getHeaders('/', false), false);
	assert.match(getHeaders('/', true)['Strict-Transport-Security'] ?? '', /^max-age=63072000/);
});

test('the file of headers keeps to the limits of Cloudflare and stands under a base', () => {
	const lines = formatHeadersFile('/team/plumbline').split('\n');
	assert.equal(lines[0], '/team/plumbline/*');
	assert.ok(lines.includes('/team/plumbline/_astro/*'));
	assert.ok(lines.every((line) => line.length <= 2000));
	assert.ok(lines.filter((line) => line.startsWith('/')).length <= 100);
});

test('moved addresses are listed for hosts, and fragments are not', () => {
	const redirects = {
		'/old page/': '/new/',
		'/a"b/': '/new/',
		'/old.md': '/new.md',
		'/x/#a': '/x/#b',
		'/old/y/': '/x/#b',
	};
	assert.equal(
		formatRedirectsFile(redirects, '/team'),
		'/team/old%20page/ /team/new/ 301\n/team/a%22b/ /team/new/ 301\n/team/old.md /team/new.md 301\n/team/old/y/ /team/x/#b 301\n',
	);
	assert.equal(
		formatRedirectsMap(redirects),
		'"/old page/" "/new/";\n"/a\\"b/" "/new/";\n"/old.md" "/new.md";\n"/old/y/" "/x/#b";\n',
	);
});

test('security.txt has a contact, and an end within a year', () => {
	const now = new Date('2026-11-21T20:30:00Z');
	assert.equal(
		formatSecurityTxt('mailto:security@plumbline.example', now, 'https://plumbline.example'),
		`Contact: mailto:security@plumbline.example
Expires: 2027-11-20T00:00:00.000Z
Preferred-Languages: en
Canonical: https://plumbline.example/.well-known/security.txt
`,
	);
	assert.doesNotMatch(formatSecurityTxt('https://plumbline.example/report', now), /Canonical/);
});

test('a contact that is no address is refused', () => {
	for (const contact of [
		'security@plumbline.example',
		'mailto:a@b.example\nContact: x',
		'http://a/',
	])
		assert.throws(() => formatSecurityTxt(contact, new Date()), /expected an address that begins/);
});
