import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { findInline } from './inline.ts';
import { addPolicy, directives, headerPolicy, makePagePolicy } from './policy.ts';

const hash = (text: string): string =>
	`'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('an inline script is allowed by the hash of its text', () => {
	const { scripts } = findInline('<head><script type="module">let a = "<p>";</script></head>');
	assert.deepEqual(scripts, [hash('let a = "<p>";')]);
});

test('the same script counts once, and line ends count as a browser reads them', () => {
	const { scripts } = findInline('<script>a\r\nb</script><SCRIPT>a\nb</SCRIPT >');
	assert.deepEqual(scripts, [hash('a\nb')]);
});

test('scripts from files and data in script elements need no hash', () => {
	const html =
		'<script src="/a.js"></script><script type="application/json">{}</script><script type="speculationrules">{}</script>';
	assert.deepEqual(findInline(html).scripts, [hash('{}')]);
});

test('what looks like a script in an attribute, a comment, a title or a style is none', () => {
	const html = `<title><script>1</script></title><!-- <script>2</script> -->
<meta content="<script>3</script>"><a title='>"<script>4</script>'>x</a><style>a{}<script></style><script>5</script>`;
	const { scripts, styles } = findInline(html);
	assert.deepEqual(scripts, [hash('5')]);
	assert.deepEqual(styles, [hash('a{}<script>')]);
});

test('event handlers are found by their attributes, not by words', () => {
	const html = '<p title="a onclick=b">onclick="c"</p><img ONERROR="d"><a\nonclick=e>';
	assert.deepEqual(findInline(html).handlers, ['onerror', 'onclick']);
});

test('a policy stands behind the character set, before anything that loads', () => {
	assert.equal(
		addPolicy('<head><meta charset="utf-8"/><link></head>', 'p'),
		'<head><meta charset="utf-8"/><meta http-equiv="content-security-policy" content="p"><link></head>',
	);
	assert.equal(
		addPolicy('<html><head>\n<title>$&</title></head>', 'p'),
		'<html><head>\n<meta http-equiv="content-security-policy" content="p"><title>$&</title></head>',
	);
});

test('a second policy takes the place of the first', () => {
	const once = addPolicy('<head><meta charset="utf-8"></head>', 'old') ?? '';
	assert.equal(
		addPolicy(once, 'new'),
		'<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="new"></head>',
	);
});

test('a page without a head gets no policy', () => {
	assert.equal(addPolicy('<header>text</header>', 'p'), undefined);
});

test('no policy allows inline scripts or text as code', () => {
	const page = makePagePolicy({ scripts: ["'sha256-a'"], styles: [] });
	assert.match(page, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-a'; /);
	assert.doesNotMatch(page.replace("style-src-attr 'unsafe-inline'", ''), /unsafe-inline/);
	assert.doesNotMatch(page, /'unsafe-eval'|frame-ancestors/);
});

test('the header says what a page cannot, and nothing that would need a hash', () => {
	assert.match(headerPolicy, /frame-ancestors 'none'/);
	assert.doesNotMatch(headerPolicy, /default-src|script-src|style-src-elem/);
});

test('every directive has a reason and a name of its own', () => {
	assert.equal(new Set(directives.map(({ name }) => name)).size, directives.length);
	assert.deepEqual(
		directives.filter(({ why }) => !why.endsWith('.')),
		[],
	);
});
