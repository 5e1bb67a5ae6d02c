import assert from 'node:assert/strict';
import test from 'node:test';
import { ingestTexts } from '../testing.ts';

/** Text that is hard on parsers. It ends as a document, or with the limit named; it never throws. */
const hard: Record<string, { text: string; isRefused: boolean }> = {
	'20,000 items': { text: '- item about a rate limit\n'.repeat(20_000), isRefused: false },
	'a line of 200 KB': { text: 'word '.repeat(40_000), isRefused: false },
	'a line of 200 KB without a space': { text: 'x'.repeat(200_000), isRefused: false },
	'a table of 3,000 rows': {
		text: `| a | b |\n|---|---|\n${'| x | y |\n'.repeat(3_000)}`,
		isRefused: false,
	},
	'a table of 2,000 columns': {
		text: `${'| a '.repeat(2_000)}|\n${'|---'.repeat(2_000)}|\n`,
		isRefused: false,
	},
	'5,000 nested quotes': { text: `${'> '.repeat(5_000)}x`, isRefused: true },
	'5,000 nested list markers': { text: `${'- '.repeat(5_000)}x`, isRefused: true },
	'lists 300 levels deep': {
		text: Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n'),
		isRefused: true,
	},
	'lists ten levels deep': {
		text: Array.from({ length: 10 }, (_, i) => `${'  '.repeat(i)}- level ${i}`).join('\n'),
		isRefused: false,
	},
	'50,000 emphasis marks in a line': { text: 'a**b'.repeat(50_000), isRefused: true },
	'emphasis marks over many lines': { text: 'a*b_c\n'.repeat(20_000), isRefused: true },
	'20,000 opening brackets': { text: '['.repeat(20_000), isRefused: false },
	'10,000 image openings': { text: '!['.repeat(10_000), isRefused: false },
	'10,000 unfinished links': { text: '[a]('.repeat(10_000), isRefused: false },
	'20,000 less-than signs': { text: '<a '.repeat(20_000), isRefused: false },
	'20,000 comment openings': { text: '<!-- '.repeat(20_000), isRefused: false },
	'growing runs of backticks': {
		text: Array.from({ length: 2_000 }, (_, i) => '`'.repeat((i % 60) + 1)).join('a'),
		isRefused: false,
	},
	'10,000 half addresses': { text: 'a@b. www. http://'.repeat(10_000), isRefused: false },
	'20,000 entities': { text: '&amp &#x26; &'.repeat(20_000), isRefused: true },
	'an unclosed fence': {
		text: `# Code\n\n\`\`\`js\n${'let a = 1;\n'.repeat(5_000)}`,
		isRefused: false,
	},
	'20,000 section tags': { text: '<one>\n</one>\n<two>\n'.repeat(7_000), isRefused: false },
	'9 MB of text': { text: 'word word word word word\n'.repeat(360_000), isRefused: true },
};

for (const [name, { text, isRefused }] of Object.entries(hard)) {
	test(`${name}: ${isRefused ? 'refused, with the limit named' : 'built, nothing lost'}`, () => {
		const { documents, findings } = ingestTexts({ 'hard.md': text });
		const errors = findings.filter(({ severity }) => severity === 'error');
		assert.deepEqual(
			errors.map(({ code }) => code),
			isRefused ? ['limit-exceeded'] : [],
		);
		if (isRefused) assert.match(errors[0]?.message ?? '', /expected at most \d+/);
		else assert.deepEqual(documents[0]?.lost, []);
	});
}

test('5 MB of ordinary text is built', () => {
	const section =
		'## Rate limits\n\n- Limit the rate of every endpoint, and say so.\n- Index what is read.\n\n';
	const text = section.repeat(Math.ceil(5_000_000 / section.length));
	const { documents, findings } = ingestTexts({ 'large.md': text });
	assert.deepEqual(findings, []);
	assert.deepEqual(documents[0]?.lost, []);
	assert.equal(documents[0].statements.length, 2 * Math.ceil(5_000_000 / section.length));
});
