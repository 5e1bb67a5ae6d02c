import assert from 'node:assert/strict';
import test from 'node:test';
import { formatKb, getFileType, tallySent } from './tally.ts';

test('files are counted by their extension, pages without one', () => {
	const types = {
		'/rules/': 'html',
		'/rules/sec-014/': 'html',
		'/guide.html': 'html',
		'/_astro/page.B1.css': 'css',
		'/_astro/page.B1.js?v=1': 'js',
		'/fonts/text.woff2': 'font',
		'/pagefind/en_1.pf_fragment': 'other',
		'/favicon.svg': 'other',
		'/v1.2/': 'html',
	};
	assert.deepEqual(
		Object.keys(types).map((path) => getFileType(path)),
		Object.values(types),
	);
});

test('a tally adds bytes by type, leaves fonts out of one sum, and counts requests', () => {
	const sent = [
		{ path: '/', bytes: 1000 },
		{ path: '/a.css', bytes: 200 },
		{ path: '/b.css', bytes: 30 },
		{ path: '/c.js', bytes: 4 },
		{ path: '/d.woff2', bytes: 5000 },
		{ path: '/e.svg', bytes: 60_000 },
	];
	assert.deepEqual(tallySent(sent), {
		html: 1000,
		css: 230,
		js: 4,
		font: 5000,
		other: 60_000,
		total: 66_234,
		withoutFonts: 61_234,
		requests: 6,
	});
});

test('nothing sent is nothing, not a gap', () => {
	const { total, html, requests } = tallySent([]);
	assert.deepEqual({ total, html, requests }, { total: 0, html: 0, requests: 0 });
});

test('a KB has 1,000 bytes', () => {
	assert.equal(formatKb(24_049), '24.0');
	assert.equal(formatKb(1024), '1.0');
	assert.equal(formatKb(950), '0.9');
});
