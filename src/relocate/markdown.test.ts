import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { findLeftInMarkdown, moveMarkdown } from './markdown.ts';

const site = { origin: 'https://docs.example', base: '/base' };

function check(cases: [before: string, after?: string][]): void {
	for (const [before, after = before] of cases) assert.equal(moveMarkdown(before, site), after);
}

test('destinations of links, images and definitions move', () => {
	check([
		['[a](/b/)', '[a](/base/b/)'],
		['![a](/b.png "/c/")', '![a](/base/b.png "/c/")'],
		['[a](</b c/>)', '[a](</base/b c/>)'],
		['[a][b]\n\n[b]: /c/ "d"', '[a][b]\n\n[b]: /base/c/ "d"'],
		['[*a* `b`](/c/?d=e#f) and [g](/h/)', '[*a* `b`](/base/c/?d=e#f) and [g](/base/h/)'],
		['| a |\n| - |\n| [b](/c/) |', '| a |\n| - |\n| [b](/base/c/) |'],
		['- a\n\n      [b](/c/)', '- a\n\n      [b](/c/)'],
		['- a\n\n  [b](/c/)', '- a\n\n  [b](/base/c/)'],
	]);
});

test('code, escapes and prose stay', () => {
	check([
		['`[a](/b/)`'],
		['`` [a](/b/) ` ``'],
		['```md\n[a](/b/)\n```'],
		['> ~~~\n> [a](/b/)\n> ~~~'],
		['    [a](/b/)'],
		['\\[a](/b/)'],
		['GET /rules/ and [a](https://docs.example/b/) and [c](#d) and [e](//f/)'],
		['---\nurl: /rules/\n---\n\na'],
	]);
});

test('a long text moves as its parts do, code among them', () => {
	const part = fc.constantFrom(
		'[a](/b/) and `[c](/d/)`',
		'```\n[e](/f/)\n\nText\n```',
		'- [g](/h/)\n\n  ```\n  [i](/j/)\n  ```',
		'# [k](/l/)',
		`Words ${'word '.repeat(60)}[m](/n/).`,
		'<div>\n[o](/p/)\n</div>',
	);
	fc.assert(
		fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
			const moved = parts.map((each) => moveMarkdown(each, site));
			assert.equal(moveMarkdown(parts.join('\n\nText.\n\n'), site), moved.join('\n\nText.\n\n'));
		}),
	);
});

test('what was left is found, and what was moved is not', () => {
	const texts = ['[a](/b/)', '[a](</b c/>)', '[a]: /b/', '![a](/b.png)'];
	for (const text of texts) {
		const all = `${text}\n\n\`[c](/d/)\` [e](#f) [g](/base/h/)`;
		assert.equal(findLeftInMarkdown(all, site).length, 1, text);
		assert.deepEqual(findLeftInMarkdown(moveMarkdown(text, site), site), [], text);
	}
	assert.deepEqual(findLeftInMarkdown('[a](/b/) [c](/basement/)', site), ['/b/', '/basement/']);
});
