import assert from 'node:assert/strict';
import test from 'node:test';
import { readFrontMatter } from './front-matter.ts';

function read(text: string): {
	values: Record<string, string>;
	codes: string[];
	lines: number[];
	lineCount: number;
} {
	const { frontMatter, findings } = readFrontMatter(text.split('\n'), 'a.md');
	return {
		values: Object.fromEntries(frontMatter.entries.map(({ key, value }) => [key, value])),
		codes: findings.map(({ code }) => code),
		lines: findings.map(({ line }) => line),
		lineCount: frontMatter.lineCount,
	};
}

test('every scalar stays the text that was written', () => {
	const { values, codes } = read(
		'---\nversion: 1.10\ndate: 2024-01-02\nno: no\noct: 010\ntime: 12:30:45\n---\ntext',
	);
	assert.deepEqual(codes, []);
	assert.deepEqual(values, {
		version: '1.10',
		date: '2024-01-02',
		no: 'no',
		oct: '010',
		time: '12:30:45',
	});
});

test('lists and mappings are kept as JSON, with the line of their key', () => {
	const { frontMatter } = readFrontMatter(
		'---\na: 1\nlist:\n  - x\n  - y\n---'.split('\n'),
		'a.md',
	);
	assert.deepEqual(frontMatter.entries, [
		{ key: 'a', value: '1', line: 2 },
		{ key: 'list', value: '["x","y"]', line: 3 },
	]);
});

test('a text without front matter has none, also with a longer rule at its top', () => {
	assert.deepEqual(read('# Title'), { values: {}, codes: [], lines: [], lineCount: 0 });
	assert.equal(read('-----\na: b\n-----').lineCount, 0);
});

for (const language of ['js', 'javascript', 'coffee', 'json', 'toml', 'yaml', ' js']) {
	test(`front matter that asks for “${language.trim()}” is refused and not run`, () => {
		const marker = 'plumblineFrontMatterRan';
		const { codes, values } = read(`---${language}\nglobalThis.${marker} = true\n---\ntext`);
		assert.deepEqual(codes, ['front-matter-language']);
		assert.deepEqual(values, {});
		assert.equal(marker in globalThis, false);
	});
}

for (const tag of [
	'!!js/function "function () {}"',
	'!!js/regexp /x/',
	'!custom x',
	'!!python/object:os.system x',
]) {
	test(`the tag in “${tag}” builds nothing`, () => {
		const { codes, values } = read(`---\nkey: ${tag}\n---`);
		assert.deepEqual(codes, ['front-matter-invalid']);
		assert.deepEqual(values, {});
	});
}

test('a key named __proto__ is data and changes nothing', () => {
	const { frontMatter } = readFrontMatter(
		'---\n__proto__: x\nconstructor: y\n---'.split('\n'),
		'a',
	);
	assert.deepEqual(frontMatter.entries.map(({ key }) => key).sort(), ['__proto__', 'constructor']);
	assert.equal(Object.getPrototypeOf({}), Object.prototype);
});

test('an unquoted colon is read line by line, and backslash n becomes a line break', () => {
	const { values, codes, lines } = read(
		'---\nname: agent\ndescription: Use it: now. Example:\\n<example>\\nuser: hi\n---',
	);
	assert.deepEqual(codes, ['front-matter-lenient']);
	assert.deepEqual(lines, [3]);
	assert.equal(values.description, 'Use it: now. Example:\n<example>\nuser: hi');
});

test('line by line a duplicate key is still an error', () => {
	const { codes, lines } = read('---\na: x: y\na: z\n---');
	assert.deepEqual(codes, ['front-matter-duplicate-key']);
	assert.deepEqual(lines, [3]);
});

test('a list or text between the rules is no front matter', () => {
	assert.deepEqual(read('---\n- a\n- b\n---').codes, ['front-matter-not-mapping']);
	assert.deepEqual(read('---\njust text\n---').codes, ['front-matter-not-mapping']);
});

test('an empty block is fine', () => {
	assert.deepEqual(read('---\n---\ntext'), { values: {}, codes: [], lines: [], lineCount: 2 });
	assert.deepEqual(read('---\n# a comment\n---\ntext').codes, []);
});

test('aliases that unfold into a billion values are refused at once', () => {
	const levels = 'abcdefghi'.split('');
	const yaml = levels.map((name, i) => {
		const value = i === 0 ? 'x' : `*${levels[i - 1] ?? ''}`;
		return `${name}: &${name} [${Array(10).fill(value).join(', ')}]`;
	});
	assert.deepEqual(read(['---', ...yaml, '---'].join('\n')).codes, ['front-matter-too-large']);
});

test('a block that is too long or nested too deeply is refused', () => {
	assert.deepEqual(read(`---\na: ${'x'.repeat(70_000)}\n---`).codes, ['front-matter-too-large']);
	const deep = `${'['.repeat(20_000)}\n${']'.repeat(20_000)}`;
	assert.deepEqual(read(`---\na: ${deep}\n---`).codes, ['front-matter-invalid']);
});

test('a rule that only looks like the closing one does not close', () => {
	const { values, lineCount } = read('---\na: |\n  text\n  ---x\nb: y\n---\nrest');
	assert.equal(lineCount, 6);
	assert.equal(values.b, 'y');
});
